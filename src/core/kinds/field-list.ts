import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Located } from '../model/incident';
import { locate, trimSpan } from './cell-text';

/** The `- Key: value` items right under a heading, by lower-case key; the first item of a key counts. */
export function readFieldList(
  { text, blocks, starts }: MarkdownDocument,
  headingBlock: number,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, Located> {
  const fields = new Map<string, Located>();
  for (let index = headingBlock + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind === 'blank' || block?.kind === 'comment' || block?.kind === 'conflict-marker') continue;
    if (block?.kind !== 'list-item') break;
    const start = (starts[index] ?? 0) + block.contentStart;
    const content = text.slice(start, (starts[index] ?? 0) + block.contentEnd);
    const match = fieldPattern.exec(content);
    const key = match?.[1]?.trim().toLowerCase();
    if (match === null || key === undefined || !keys.has(key) || fields.has(key)) continue;
    const span = trimSpan(text, { start: start + match[0].length, end: start + content.length });
    const value = locate(text, span);
    fields.set(key, { text: value.text.replace(/\s*(?:\r\n|\r|\n)\s*/g, ' '), span });
  }
  return fields;
}

const fieldPattern = /^[*_]{0,2}([\p{L}][\p{L} -]{0,30}?)[*_]{0,2}\s*:[*_]{0,2}(?=\s|$)/u;
