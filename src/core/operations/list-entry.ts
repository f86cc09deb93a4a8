import type { MarkdownDocument } from '../markdown/markdown-document';
import { blockAt, lineOf } from '../markdown/places';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryValues } from './entry-draft';
import { insertLine } from './table-entry';

/** An item of a bullet-list timeline, marked as its neighbour is: `- 2026-11-23 14:05Z: text`. */
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

/** Items have no columns, so what the kind says stands in the text; ordinary observations need no word for it. */
function itemText(marker: string, values: EntryValues): string {
  const isPlain = values.kind === '' || values.kind === 'note' || values.kind === 'symptom';
  const kind = isPlain ? '' : `${values.kind}: `;
  const event = values.event.trim().replace(/\s*(?:\r\n?|\n)\s*/g, ' ');
  const actor = values.actor === '' ? '' : ` (${values.actor})`;
  const evidence = values.evidence === '' ? '' : ` ${values.evidence}`;
  return `${marker}${values.time}: ${kind}${event}${actor}${evidence}`;
}
