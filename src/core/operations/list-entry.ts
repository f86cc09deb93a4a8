import { evidenceWords } from '../kinds/read-item-words';
import type { MarkdownDocument } from '../markdown/markdown-document';
import { blockAt, lineOf } from '../markdown/places';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryValues } from './entry-draft';
import { groupByIndex, insertLines, type PlacedValues } from './table-entry';

/** Items of a bullet-list timeline, marked as their neighbour is: `- 2026-11-23 14:05Z: [E1405] check: text`. */
export function insertListEntries(
  markdown: MarkdownDocument,
  { entries, added }: { readonly entries: readonly TimelineEntry[]; readonly added: readonly PlacedValues[] },
): readonly TextEdit[] {
  const { text } = markdown;
  return [...groupByIndex(added)].map(([index, group]) => {
    const next = entries[index];
    const neighbour = next ?? entries[index - 1];
    const start = neighbour?.span.start ?? text.length;
    const marker = neighbour === undefined ? '- ' : markerOf(markdown, start);
    const offset = next === undefined ? endOfItem(markdown, start) : lineOf(text, start).start;
    return insertLines(
      text,
      offset,
      group.map(({ values }) => itemText(marker, values)),
    );
  });
}

/** Indentation and sign of the item that holds `offset`, with the blank behind it. */
function markerOf(markdown: MarkdownDocument, offset: number): string {
  const { text, blocks, starts } = markdown;
  const line = lineOf(text, offset);
  const block = blockAt(markdown, offset);
  const content = (starts[block] ?? line.start) + (blocks[block]?.contentStart ?? 0);
  return text.slice(line.start, Math.max(line.start, content)) || '- ';
}

/** Where the next line begins after an item and all that is nested in it. */
export function endOfItem(markdown: MarkdownDocument, offset: number): number {
  const { text, blocks, starts } = markdown;
  let index = blockAt(markdown, offset);
  const level = blocks[index]?.level ?? 0;
  for (let next = blocks[index + 1]; next?.kind === 'list-item' && (next.level ?? 0) > level; next = blocks[index + 1])
    index++;
  return starts[index + 1] ?? text.length;
}

/** Items have no columns, so an item says all of itself in words that the reader of lists reads back. */
export function itemText(
  marker: string,
  { id, time, system, actor, kind, event, evidence, ...more }: EntryValues,
): string {
  const names = [...namesIn(system), ...namesIn(actor).map((name) => `@${name.replace(/^@/, '')}`)];
  const words = event.trim().replace(/\s*(?:\r\n?|\n)\s*/g, '<br>');
  const lead = kind === '' ? '' : `${kind}: `;
  const proof = evidence === '' ? '' : evidenceWords + evidence;
  // A reader of the page has no use for it.
  const source = more['source id'] === '' ? '' : ` <!-- ${more['source id']} -->`;
  return `${marker}${time}: [${[id, ...names].join(', ')}] ${lead}${words}${proof}${source}`;
}

/** Brackets in a name would end the list of names. */
function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.replace(/[[\]\r\n]+/g, ' ').trim())
    .filter((name) => name !== '');
}
