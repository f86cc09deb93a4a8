import type { EntryPreview, Row } from '../../src/protocol/timeline-entry';
import { element, iconButton, onChange, richNodes } from './dom';
import { icon } from './icons';
import { createRowChunks, type RowChunks } from './row-chunks';
import type { FormState } from './state';
import { words } from './words';

type AddedEntry = NonNullable<EntryPreview['entry']>;

/** The report's entries in order of time, with the entry that is being typed in its place. */
export function createList(edit: (row: Row) => void) {
  const list = element('ol', { 'aria-label': words.entries });
  let rows: readonly Row[] | undefined;
  let justSaved: string | undefined;
  let added: AddedEntry | null = null;
  let lit: number | undefined;

  const chunks = createRowChunks(
    list,
    (row, index) => [
      ...leadItems(row),
      rowItem(row, { isJustSaved: row.id !== '' && row.id === justSaved, isLit: index === lit, edit }),
    ],
    () => placeNew(list, chunks, added),
  );
  const drawNew = onChange((entry: AddedEntry | null) => {
    added = entry;
    placeNew(list, chunks, entry);
  });

  return {
    element: list,
    /** Marks the row that something else on the page speaks of. */
    light(index: number | undefined) {
      if (lit !== undefined) chunks.rowAt(lit)?.classList.remove('lit');
      lit = index;
      if (lit !== undefined) chunks.rowAt(lit)?.classList.add('lit');
    },
    draw({ view, preview, justSaved: saved }: FormState) {
      if (view === undefined) return;
      if (rows !== view.rows || justSaved !== saved) {
        rows = view.rows;
        justSaved = saved;
        drawNew(null);
        chunks.show(rows);
      }
      list.hidden = rows.length === 0;
      drawNew(rows.length === 0 ? null : (preview?.entry ?? null));
    },
  };
}

/** Takes the row of the new entry out of the list and puts it in again where it belongs now. */
function placeNew(list: HTMLElement, chunks: RowChunks, entry: AddedEntry | null): void {
  for (const item of list.querySelectorAll('.new, .added')) item.remove();
  for (const item of list.querySelectorAll<HTMLElement>('.lead[hidden]')) item.hidden = false;
  if (entry === null) return;
  const items = [...leadItems(entry.row), rowItem(entry.row, {})];
  for (const item of items) item.classList.add('added');
  items.at(-1)?.classList.add('new');
  const next = chunks.rowAt(entry.index);
  const before = chunks.rowAt(entry.index - 1);
  if (next === undefined) {
    before?.after(...items);
    return;
  }
  const nextLead = leadItems({ lead: entry.nextLead });
  for (const item of nextLead) item.classList.add('added');
  let first = next;
  while (first.previousElementSibling instanceof HTMLElement && first.previousElementSibling.matches('.lead')) {
    first = first.previousElementSibling;
    first.hidden = true;
  }
  first.before(...items);
  next.before(...nextLead);
}

function leadItems({ lead }: Pick<Row, 'lead'>): HTMLElement[] {
  return lead.map(({ kind, text }) =>
    element('li', { class: `lead ${kind}` }, element('span', { class: 'number' }, text)),
  );
}

interface RowLook {
  readonly isJustSaved?: boolean;
  readonly isLit?: boolean;
  /** Absent for the row of the form itself. */
  readonly edit?: (row: Row) => void;
}

function rowItem(row: Row, { isJustSaved = false, isLit = false, edit }: RowLook): HTMLElement {
  const item = element('li', { class: 'row' });
  item.classList.toggle('milestone', row.milestone);
  item.classList.toggle('just-saved', isJustSaved);
  item.classList.toggle('lit', isLit);
  item.append(
    element('span', { class: 'time number' }, row.time),
    element('span', { class: 'relative number' }, row.relative),
    element('span', { class: 'kind' }, icon(row.icon), row.kind),
    element('span', { class: 'text' }, ...richNodes(row.text), ...lateNote(row)),
    element('span', { class: 'id number' }, row.id),
  );
  if (edit !== undefined) item.append(editButton(row, edit));
  return item;
}

function lateNote({ late }: Row): readonly (Node | string)[] {
  return late === undefined ? [] : [' ', element('span', { class: 'late', title: late }, words.recordedLate)];
}

/** For the mouse; the keyboard edits from the chart, so that a long list is no row of stops. */
function editButton(row: Row, edit: (row: Row) => void): HTMLElement {
  const button = iconButton('edit', words.editEntry(row.id), () => edit(row));
  button.tabIndex = -1;
  return button;
}
