import { evidenceWords } from '../kinds/read-item-words';
import type { MarkdownDocument } from '../markdown/markdown-document';
import { blockAt, lineOf } from '../markdown/places';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryValues } from './entry-draft';
import { insertLine } from './table-entry';

/** An item of a bullet-list timeline, marked as its neighbour is: `- 2026-11-23 14:05Z: [E1405] check: text`. */
export function insertListEntry(
  markdown: MarkdownDocument,
  {
    entries,
    index,
    values,
  }: { readonly entries: readonly TimelineEntry[]; readonly index: number; readonly values: EntryValues },
): TextEdit {
  const next = entries[index];
  const neighbour = next ?? entries[index - 1];
  if (neighbour === undefined) return insertLine(markdown.text, markdown.text.length, itemText('- ', values));
  const offset =
    next === undefined ? endOfItem(markdown, neighbour.span.start) : lineOf(markdown.text, next.span.start).start;
  return insertLine(markdown.text, offset, itemText(markerOf(markdown, neighbour.span.start), values));
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
function endOfItem(markdown: MarkdownDocument, offset: number): number {
  const { text, blocks, starts } = markdown;
  let index = blockAt(markdown, offset);
  const level = blocks[index]?.level ?? 0;
  for (let next = blocks[index + 1]; next?.kind === 'list-item' && (next.level ?? 0) > level; next = blocks[index + 1])
    index++;
  return starts[index + 1] ?? text.length;
}

/** Items have no columns, so an item says all of itself in words that the reader of lists reads back. */
function itemText(marker: string, { id, time, system, actor, kind, event, evidence }: EntryValues): string {
  const names = [...namesIn(system), ...namesIn(actor).map((name) => `@${name.replace(/^@/, '')}`)];
  const words = event.trim().replace(/\s*(?:\r\n?|\n)\s*/g, '<br>');
  const lead = kind === '' ? '' : `${kind}: `;
  const proof = evidence === '' ? '' : evidenceWords + evidence;
  return `${marker}${time}: [${[id, ...names].join(', ')}] ${lead}${words}${proof}`;
}

/** Brackets in a name would end the list of names. */
function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.replace(/[[\]\r\n]+/g, ' ').trim())
    .filter((name) => name !== '');
}
