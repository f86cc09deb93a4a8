import { lineEndingOf, type Span, type TextEdit } from '../model/text';
import { type FrontMatter, type FrontMatterField, fieldOf } from './front-matter';
import { isPlainText, writeYamlText } from './yaml-text';

/**
 * Edits that give a key this value and change no other byte: its comment, its way of quoting and its line ending stay.
 * A missing key goes before the closing fence, missing front matter to the top; an empty text or list empties the value.
 */
export function setField(
  frontMatter: FrontMatter,
  text: string,
  key: string,
  value: string | readonly string[],
): readonly TextEdit[] {
  const field = fieldOf(frontMatter, key);
  if (field !== undefined) return replaceValue(field, text, value);
  const ending = lineEndingOf(text);
  const line = `${writeKey(key)}:${spaced(newValue(value))}${ending}`;
  const { span } = frontMatter;
  if (span === undefined) {
    const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const gap = /^(?:\r\n|\r|\n|$)/.test(text.slice(at, at + 2)) ? '' : ending;
    return [{ span: { start: at, end: at }, newText: `---${ending}${line}---${ending}${gap}` }];
  }
  const fence = lastLineStart(text, span);
  const isClosed = /^(?:---|\.\.\.)[ \t]*$/.test(text.slice(fence, span.end)) && fence > span.start;
  const at = isClosed ? fence : span.end;
  const isAtLineStart = /[\r\n]/.test(text.charAt(at - 1));
  return [{ span: { start: at, end: at }, newText: isAtLineStart ? line : ending + line }];
}

function replaceValue(field: FrontMatterField, text: string, value: string | readonly string[]): readonly TextEdit[] {
  const { valueSpan } = field;
  const written = text.slice(valueSpan.start, valueSpan.end);
  if (isSame(field, value)) return [];
  if (valueSpan.start === valueSpan.end) {
    const at = field.valueSpan.start;
    return [
      { span: valueSpan, newText: /[ \t]/.test(text.charAt(at - 1)) ? newValue(value) : spaced(newValue(value)) },
    ];
  }
  if (/^[|>]/.test(written) && typeof value === 'string' && value !== '') {
    // A block scalar owns its line ending; one line in quotes stands in for it.
    return [{ span: valueSpan, newText: writeYamlText(value) }];
  }
  if (typeof value === 'string') return [{ span: valueSpan, newText: writeYamlText(value, quoteOf(written, value)) }];
  const indent = indentBefore(text, valueSpan);
  if (indent === undefined || !/^-(?:\s|$)/.test(written)) return [{ span: valueSpan, newText: newValue(value) }];
  return [{ span: valueSpan, newText: blockList(value, lineEndingOf(text) + indent) }];
}

function isSame({ value }: FrontMatterField, wanted: string | readonly string[]): boolean {
  if (typeof wanted === 'string') return value === wanted;
  return Array.isArray(value) && value.length === wanted.length && wanted.every((item, index) => item === value[index]);
}

/** The quotes that stand there stay where the value allows them. */
function quoteOf(written: string, value: string): { readonly quote?: '"' | "'" } {
  const first = written.charAt(0);
  if (value === '' || !(first === '"' || first === "'") || written.length < 2 || !written.endsWith(first)) return {};
  return { quote: first };
}

function newValue(value: string | readonly string[]): string {
  if (typeof value === 'string') return value === '' ? '' : writeYamlText(value);
  return `[${value.map((item) => writeYamlText(item, { inList: true })).join(', ')}]`;
}

/** The blanks before a value that begins its line; nothing where the key stands on the same line. */
function indentBefore(text: string, { start }: Span): string | undefined {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  return /^\s*$/.test(before) ? before : undefined;
}

function blockList(value: readonly string[], separator: string): string {
  return value.length === 0 ? '[]' : value.map((item) => `- ${writeYamlText(item)}`).join(separator);
}

function writeKey(key: string): string {
  return isPlainText(key) ? key : writeYamlText(key);
}

function spaced(value: string): string {
  return value === '' ? '' : ` ${value}`;
}

function lastLineStart(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && !/[\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}
