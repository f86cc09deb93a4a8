import type { Row } from '../../src/protocol/timeline-entry';
import { element, onChange, richNodes } from './dom';
import { icon } from './icons';
import type { FormState } from './state';
import { words } from './words';

/** From this number of rows on the browser skips drawing those out of sight. */
const longList = 300;

/** The report's entries in order of time, with the entry that is being typed in its place. */
export function createTimeline() {
  const caption = element('span', { class: 'dim number' });
  const list = element('ol', { 'aria-label': words.entries });
  const empty = element('div', { class: 'empty' });
  empty.append(element('p', {}, words.noEntries), element('p', { class: 'dim' }, words.noEntriesHelp));
  const heading = element('h2', { id: 'timeline-heading' }, words.timeline);
  const section = element('section', { class: 'timeline', 'aria-labelledby': heading.id });
  section.append(element('div', { class: 'heading' }, heading, caption), empty, list);

  let rows: readonly Row[] | undefined;
  let justSaved: string | undefined;
  const drawNew = onChange((entry: NonNullable<FormState['preview']>['entry'] | null) => placeNew(list, rows, entry));

  return {
    element: section,
    draw({ view, preview, justSaved: saved }: FormState) {
      if (view === undefined) return;
      if (rows !== view.rows || justSaved !== saved) {
        rows = view.rows;
        justSaved = saved;
        list.replaceChildren(...rows.flatMap((row) => [...leadItems(row), rowItem(row, row.id === saved)]));
        list.classList.toggle('long', rows.length >= longList);
        drawNew(null);
      }
      caption.textContent = view.caption;
      empty.hidden = rows.length > 0;
      list.hidden = rows.length === 0;
      drawNew(rows.length === 0 ? null : (preview?.entry ?? null));
    },
  };
}

/** Takes the row of the new entry out of the list and puts it in again where it belongs now. */
function placeNew(
  list: HTMLElement,
  rows: readonly Row[] | undefined,
  entry: NonNullable<FormState['preview']>['entry'] | null | undefined,
): void {
  for (const item of list.querySelectorAll('.new, .added')) item.remove();
  for (const item of list.querySelectorAll<HTMLElement>('[hidden]')) item.hidden = false;
  if (!entry || rows === undefined) return;
  const items = [...leadItems(entry.row), rowItem(entry.row, false)];
  for (const item of items) item.classList.add('added');
  items.at(-1)?.classList.add('new');
  const next = list.querySelectorAll<HTMLElement>('.row:not(.new)')[entry.index];
  if (next === undefined) {
    list.append(...items);
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

function rowItem(row: Row, isJustSaved: boolean): HTMLElement {
  const item = element('li', { class: 'row' });
  item.classList.toggle('milestone', row.milestone);
  item.classList.toggle('just-saved', isJustSaved);
  item.append(
    element('span', { class: 'time number' }, row.time),
    element('span', { class: 'relative number' }, row.relative),
    element('span', { class: 'kind' }, icon(row.icon), row.kind),
    element('span', { class: 'text' }, ...richNodes(row.text)),
    element('span', { class: 'id number' }, row.id),
  );
  return item;
}
