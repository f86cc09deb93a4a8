import type { Block, MarkdownDocument } from '../markdown/markdown-document';
import { blockAt, lineOf } from '../markdown/places';
import type { TextEdit } from '../model/text';
import type { CheckedFinding } from './rule';

/**
 * Edits that switch the finding's rule off in the line where the finding begins, with the reason:
 * in a table row within the last cell, elsewhere at the end of the line.
 */
export function suppressionEdit(
  document: MarkdownDocument,
  finding: Pick<CheckedFinding, 'rule' | 'span'>,
  reason: string,
): readonly TextEdit[] {
  const index = blockAt(document, finding.span.start);
  const block = document.blocks[index];
  if (block === undefined) return [];
  const directive = `incident-docs-disable-line ${finding.rule}: ${oneLine(reason)}`;
  const at = placeFor(document, block, { index, offset: finding.span.start });
  const text = document.text;
  if (block.kind === 'front-matter') return [insertion(at, ` # ${directive}`)];
  const before = /\s/.test(text.charAt(at - 1)) ? '' : ' ';
  if (block.cells === undefined) return [insertion(at, `${before}<!-- ${directive} -->`)];
  const after = text.charAt(at) === '|' ? ' ' : '';
  return [insertion(at, `${before}<!-- ${directive.replace(/\|/g, '\\|')} -->${after}`)];
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function placeFor(document: MarkdownDocument, block: Block, { index, offset }: { index: number; offset: number }) {
  const start = document.starts[index] ?? 0;
  const lastCell = block.cells?.at(-1);
  if (lastCell !== undefined) return start + lastCell.end;
  if (block.kind === 'heading') return start + block.contentEnd;
  return endOfWords(document.text, offset);
}

/** Before the blanks or the backslash that break the line in Markdown, so that they stay at its end. */
function endOfWords(text: string, offset: number): number {
  const line = lineOf(text, offset);
  const words = text.slice(line.start, line.end).trimEnd();
  const backslashes = words.length - words.replace(/\\+$/, '').length;
  return line.start + words.length - (backslashes % 2);
}

/** Two hyphens could end the comment. */
function oneLine(reason: string): string {
  return reason.replace(/\s+/g, ' ').replace(/--+/g, '-').replace(/[<>]/g, '').trim();
}
