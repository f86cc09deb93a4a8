import { lineEndingOf, type TextEdit } from '../model/text';
import type { DocumentSection, IncidentDocument } from './incident-document';

/** The first section that has this standard name. */
export function sectionNamed(document: IncidentDocument, name: string): DocumentSection | undefined {
  return document.sections.find((section) => section.name === name);
}

/** A new section with `body` (without line ending at its end), before its first successor in `order`, else last. */
export function insertSection(
  document: IncidentDocument,
  { name, body, order }: { readonly name: string; readonly body: string; readonly order: readonly string[] },
): TextEdit {
  const { text } = document.markdown;
  const eol = lineEndingOf(text);
  const successors = new Set(order.slice(order.indexOf(name) + 1));
  const next = document.sections.find((section) => section.name !== undefined && successors.has(section.name));
  const level = document.sections.find((section) => section.name !== undefined)?.level ?? 2;
  const content = `${'#'.repeat(level)} ${name}${eol}${eol}${body}`;
  return next === undefined ? appendBlock(text, text.length, content) : insertBlock(text, next.span.start, content);
}

/** A block of its own at the end of a section, before its nested sections where `beforeNested`. */
export function appendToSection(
  { markdown }: IncidentDocument,
  section: DocumentSection,
  content: string,
  { beforeNested = false }: { readonly beforeNested?: boolean } = {},
): TextEdit {
  const { text, blocks, starts } = markdown;
  let last = section.block;
  for (let index = section.block + 1; index < section.endBlock; index++) {
    if (beforeNested && blocks[index]?.kind === 'heading') break;
    if (blocks[index]?.kind !== 'blank') last = index;
  }
  return appendBlock(text, starts[last + 1] ?? text.length, content);
}

/** Makes room for a paragraph where a section has no body; the cursor is in it, else at the start of the body. */
export function openBody(
  text: string,
  { bodySpan: { start, end } }: DocumentSection,
): { readonly text: string; readonly cursor: number } {
  const eol = lineEndingOf(text);
  const body = text.slice(start, end);
  const content = body.search(/\S/);
  if (content >= 0 && !/^\s*#/.test(body)) return { text, cursor: start + content };
  const blank = content < 0 ? body.length : body.slice(0, content).lastIndexOf('\n') + 1;
  const before = text.slice(0, start).endsWith('\n') ? eol : eol + eol;
  const after = start + blank < text.length ? eol + eol : eol;
  return {
    text: text.slice(0, start) + before + after + text.slice(start + blank),
    cursor: start + before.length,
  };
}

/** `offset` is the start of a line that something follows. */
function insertBlock(text: string, offset: number, content: string): TextEdit {
  const eol = lineEndingOf(text);
  return { span: { start: offset, end: offset }, newText: `${gapBefore(text, offset)}${content}${eol}${eol}` };
}

/** `offset` is the end of a block; what follows it keeps its blank line, or gets one. */
function appendBlock(text: string, offset: number, content: string): TextEdit {
  const eol = lineEndingOf(text);
  const rest = text.slice(offset);
  if (offset < text.length && !/^[ \t]*\r?\n/.test(rest)) return insertBlock(text, offset, content);
  const isOpenEnd = text !== '' && !/[\r\n]$/.test(text) && offset === text.length;
  return {
    span: { start: offset, end: offset },
    newText: `${gapBefore(text, offset)}${content}${isOpenEnd ? '' : eol}`,
  };
}

/** What is missing to a blank line before `offset`. */
function gapBefore(text: string, offset: number): string {
  const eol = lineEndingOf(text);
  const before = text.slice(Math.max(0, offset - 400), offset);
  if (before === '' || /(?:^|\n)[ \t]*\r?\n$/.test(before)) return '';
  return before.endsWith('\n') ? eol : `${eol}${eol}`;
}
