import type { Block, MarkdownDocument } from '../markdown/markdown-document';
import { blockAt, lineOf } from '../markdown/places';
import { lineEndingOf, type TextEdit } from '../model/text';
import type { CheckedFinding } from './rule';

/** Edits that switch the finding's rule off, with the reason: in the line where the finding begins, or in the file. */
export function suppressionEdit(
  document: MarkdownDocument,
  finding: Pick<CheckedFinding, 'rule' | 'span'>,
  { reason, extent }: { readonly reason: string; readonly extent: 'line' | 'file' },
): readonly TextEdit[] {
  const index = blockAt(document, finding.span.start);
  const block = document.blocks[index];
  if (block === undefined) return [];
  const words = `${finding.rule}: ${oneLine(reason)}`;
  if (extent === 'file') return [inFile(document, block, `incident-docs-disable ${words}`)];
  const at = placeFor(document, block, { index, offset: finding.span.start });
  return [onLine(document.text, block, { at, directive: `incident-docs-disable-line ${words}` })];
}

/** In a table row within the last cell, elsewhere at the end of the line. */
function onLine(text: string, block: Block, { at, directive }: { at: number; directive: string }): TextEdit {
  if (block.kind === 'front-matter') return insertion(at, ` # ${directive}`);
  const before = /\s/.test(text.charAt(at - 1)) ? '' : ' ';
  if (block.cells === undefined) return insertion(at, `${before}<!-- ${directive} -->`);
  const after = text.charAt(at) === '|' ? ' ' : '';
  return insertion(at, `${before}<!-- ${directive.replace(/\|/g, '\\|')} -->${after}`);
}

/** A block of its own before the first text; for a finding in the front matter its first line. */
function inFile({ text, blocks, starts }: MarkdownDocument, block: Block, directive: string): TextEdit {
  const eol = lineEndingOf(text);
  const [first] = blocks;
  const hasFrontMatter = first?.kind === 'front-matter';
  if (block.kind === 'front-matter') return insertion(lineOf(text, 0).next, `# ${directive}${eol}`);
  const after = blocks.findIndex(({ kind }, index) => kind !== 'blank' && (index > 0 || !hasFrontMatter));
  const start = starts[after] ?? text.length;
  const at = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
  const isRight = hasFrontMatter && after === 1;
  return insertion(at, `${isRight ? eol : ''}<!-- ${directive} -->${eol}${eol}`);
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
