import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Located } from '../model/incident';
import { message } from '../model/message';
import type { Span, TextEdit } from '../model/text';
import type { FrontMatter, FrontMatterField, ReadProblem } from './front-matter';
import { type FrontMatterLine, frontMatterExtent, frontMatterLines } from './front-matter-lines';
import { shiftLocated } from './shift';
import { excessWords, yamlExcess } from './yaml-limits';
import { isPlainText, quoted, readPlainList, readYamlPair } from './yaml-text';

/**
 * Reads `key: value` lines one by one, so that a value which YAML rejects hides no other;
 * such a value is taken literally and leaves a problem.
 */
export function readFrontMatter(markdown: MarkdownDocument): FrontMatter {
  const { text } = markdown;
  const extent = frontMatterExtent(markdown);
  if (extent === undefined) return { fields: [], problems: [] };
  const problems: ReadProblem[] = [...extent.problems];
  const { groups, strays, conflicts } = groupLines(frontMatterLines(text, extent.body), text);
  const excess = yamlExcess(text.slice(extent.body.start, extent.body.end));
  if (excess !== undefined) {
    const words = message(`The front matter ${excessWords[excess]}; its values are taken as written.`);
    problems.push({ rule: 'front-matter', span: firstLine(text, extent.span), message: words });
  }
  const readings = groups.slice(0, mostFields).map((group) => readField(text, group, excess === undefined));
  problems.push(...strays.map((stray) => strayProblem(text, stray)));
  problems.push(...quoteProblems(readings), ...duplicateProblems(text, readings), ...conflictProblems(text, conflicts));
  return { span: extent.span, fields: readings.map(({ field }) => field), problems };
}

const mostFields = 2000;

/** A key's line with the lines that continue its value. */
interface FieldGroup {
  readonly key: string;
  readonly keySpan: Span;
  /** After the colon. */
  readonly valueStart: number;
  readonly lines: FrontMatterLine[];
}

interface FieldReading {
  readonly field: FrontMatterField;
  readonly group: FieldGroup;
  /** Present where YAML rejects the value: what the fix writes. */
  readonly quote?: readonly TextEdit[];
}

function groupLines(lines: readonly FrontMatterLine[], text: string) {
  const groups: FieldGroup[] = [];
  const strays: Span[] = [];
  const conflicts: Span[] = [];
  let last: FieldGroup | undefined;
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    const key = keyPattern.exec(content);
    if (/^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/.test(content)) {
      conflicts.push(line);
      last = undefined;
    } else if (key !== null) {
      const name = key[1] ?? key[2] ?? key[3] ?? '';
      const keySpan = { start: line.start, end: line.start + key[0].lastIndexOf(':') };
      const end = keySpan.start + content.slice(0, keySpan.end - keySpan.start).trimEnd().length;
      last = { key: name, keySpan: { ...keySpan, end }, valueStart: line.start + key[0].length, lines: [line] };
      groups.push(last);
    } else if (content.trim() === '' || content.startsWith('#')) {
      // Kept with the value for the sake of block scalars; harmless elsewhere.
      last?.lines.push(line);
    } else if (last !== undefined && continues(content, last, text)) last.lines.push(line);
    else {
      strays.push(line);
      last = undefined;
    }
  }
  return { groups, strays, conflicts };
}

/** An indented line does; an item or a closing bracket at the margin only where the key's own line leaves room for it. */
function continues(content: string, { lines, valueStart }: FieldGroup, text: string): boolean {
  if (/^[ \t]/.test(content)) return true;
  const own = withoutComment(text.slice(valueStart, lines[0]?.end ?? valueStart)).trim();
  return /^-(?:[ \t]|$)/.test(content) ? own === '' : /^[\]}]/.test(content) && /^[[{]/.test(own);
}

const keyPattern = /^(?:"([^"\\]+)"|'([^']+)'|([\p{L}_$][\p{L}\p{N}_$./ -]*?))[ \t]*:(?=[ \t]|$)/u;

function readField(text: string, group: FieldGroup, mayUseYaml: boolean): FieldReading {
  const { key, keySpan, valueStart } = group;
  const raw = rawValue(text, group);
  const base = { key, keySpan };
  if (raw.start === raw.end) {
    return { group, field: { ...base, valueSpan: { start: valueStart, end: valueStart }, value: undefined } };
  }
  const written = text.slice(raw.start, raw.end);
  if (isPlainText(written) || !mayUseYaml) return { group, field: { ...base, valueSpan: raw, value: written } };
  const plain = readPlainList(written)?.map((item) => shiftLocated(item, raw.start));
  if (plain !== undefined) return listReading(group, raw, plain);
  // Quoted keys may hold what YAML reads differently; only the value is of interest, so a plain key stands in.
  const shift = valueStart - 2;
  const chunk = `k:${text.slice(valueStart, group.lines.at(-1)?.end ?? raw.end)}`;
  const reading = readYamlPair(chunk);
  const moved = (span: Span): Span => ({ start: span.start + shift, end: span.end + shift });
  if (reading.state === 'empty') return { group, field: { ...base, valueSpan: raw, value: undefined } };
  if (reading.state === 'text') {
    return { group, field: { ...base, valueSpan: moved(trimmedSpan(chunk, reading.span)), value: reading.value } };
  }
  if (reading.state === 'list') {
    const items = reading.items.map((item) => ({ text: item.text, span: moved(item.span) }));
    return listReading(group, moved(trimmedSpan(chunk, reading.span)), items);
  }
  return literalReading(text, group, raw);
}

function listReading(group: FieldGroup, valueSpan: Span, items: readonly Located[]): FieldReading {
  const { key, keySpan } = group;
  return { group, field: { key, keySpan, valueSpan, value: items.map(({ text }) => text), items } };
}

/** What stands there although YAML rejects it: a list where it looks like one, else the text itself. */
function literalReading(text: string, group: FieldGroup, raw: Span): FieldReading {
  const { key, keySpan } = group;
  const items = literalItems(text, raw);
  if (items === undefined) {
    const value = text.slice(raw.start, raw.end).replace(/\s*(?:\r\n|\r|\n)\s*/g, ' ');
    const quote = [{ span: raw, newText: quoted(value) }];
    return { group, field: { key, keySpan, valueSpan: raw, value }, quote };
  }
  const quote = items
    .filter(({ text: item, span }) => !isPlainText(item, true) && item === text.slice(span.start, span.end))
    .map(({ text: item, span }) => ({ span, newText: quoted(item) }));
  const value = items.map((item) => item.text);
  const whole = [
    { span: raw, newText: `[${value.map((item) => (isPlainText(item, true) ? item : quoted(item))).join(', ')}]` },
  ];
  return { group, field: { key, keySpan, valueSpan: raw, value, items }, quote: quote.length > 0 ? quote : whole };
}

function literalItems(text: string, raw: Span): readonly Located[] | undefined {
  const written = text.slice(raw.start, raw.end);
  const isFlow = written.startsWith('[') && written.endsWith(']') && written.length > 1;
  if (!isFlow && !/^-[ \t]/.test(written)) return undefined;
  if (!isFlow && !written.split(/\r\n|\r|\n/).every((line) => /^\s*(?:-(?:\s|$)|#|$)/.test(line))) return undefined;
  const items: Located[] = [];
  const pattern = isFlow ? /[^,[\]]+/g : /^[ \t]*-[ \t]+(.*?)[ \t]*$/gm;
  for (const match of written.matchAll(pattern)) {
    const part = isFlow ? match[0] : withoutComment(match[1] ?? '');
    const item = part.trim();
    if (item === '') continue;
    const at = match.index + match[0].indexOf(item);
    const start = raw.start + at;
    items.push({ text: unquoted(item), span: { start, end: start + item.length } });
  }
  return items;
}

/** The value without the space around it, its comment and the lines after it that hold nothing. */
function rawValue(text: string, group: FieldGroup): Span {
  const [first, ...rest] = group.lines;
  if (first === undefined) return { start: group.valueStart, end: group.valueStart };
  const onFirst = withoutComment(text.slice(group.valueStart, first.end));
  const isBlock =
    onFirst.trim() === '' || rest.some((line) => /^[ \t]+\S|^[-\]}]/.test(text.slice(line.start, line.end)));
  const lastLine = [...rest].reverse().find((line) => !/^\s*(?:#.*)?$/.test(text.slice(line.start, line.end)));
  let start = group.valueStart;
  let end = group.valueStart + onFirst.length;
  if (isBlock && lastLine !== undefined) {
    const content = withoutComment(text.slice(lastLine.start, lastLine.end));
    end = lastLine.start + content.length;
    if (onFirst.trim() === '')
      start = rest.find((line) => /^\s*[^#\s]/.test(text.slice(line.start, line.end)))?.start ?? start;
  }
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Cuts a ` # comment` off one line, quoted text respected. */
function withoutComment(line: string): string {
  let quote = '';
  for (let index = 0; index < line.length; index++) {
    const char = line.charAt(index);
    if (quote !== '') {
      if (char === '\\' && quote === '"') index++;
      else if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && /(?:^|[\s[{,])$/.test(line.slice(Math.max(0, index - 1), index))) {
      if (line.indexOf(char, index + 1) > 0) quote = char;
    } else if (char === '#' && (index === 0 || /\s/.test(line.charAt(index - 1))))
      return line.slice(0, index).trimEnd();
  }
  return line.trimEnd();
}

function unquoted(item: string): string {
  const match = /^(["'])(.*)\1$/.exec(item);
  return match?.[2] ?? item;
}

function trimmedSpan(text: string, span: Span): Span {
  const written = text.slice(span.start, span.end);
  return { start: span.start, end: span.start + written.trimEnd().length };
}

function firstLine(text: string, span: Span): Span {
  const length = text.slice(span.start, span.end).search(/\r|\n/);
  return { start: span.start, end: length < 0 ? span.end : span.start + length };
}

function strayProblem(text: string, span: Span): ReadProblem {
  const content = text.slice(span.start, span.end).trim();
  const shown = content.length > 40 ? `${content.slice(0, 39)}…` : content;
  const words = message('"{text}" is not read; expected "key: value".', { text: shown });
  return { rule: 'front-matter', span, message: words };
}

/** One finding a value, or one for all where many need it. */
function quoteProblems(readings: readonly FieldReading[]): readonly ReadProblem[] {
  const rejected = readings.filter((reading) => reading.quote !== undefined);
  const first = rejected[0];
  if (first !== undefined && rejected.length > 3) {
    return [
      {
        rule: 'front-matter',
        span: first.field.valueSpan,
        message: message('{count} values need quotes in YAML; they are read as written.', { count: rejected.length }),
        fixes: [
          { title: message('Quote the values'), edits: rejected.flatMap(({ quote }) => quote ?? []), isSafe: true },
        ],
      },
    ];
  }
  return rejected.map(({ field, quote = [] }) => {
    const value = typeof field.value === 'string' ? field.value : (field.value ?? []).join(', ');
    return {
      rule: 'front-matter',
      span: field.valueSpan,
      message: message('This value needs quotes in YAML; it is read as "{value}".', {
        value: value.length > 80 ? `${value.slice(0, 79)}…` : value,
      }),
      fixes: [{ title: message('Quote the value'), edits: quote, isSafe: true }],
    };
  });
}

function duplicateProblems(text: string, readings: readonly FieldReading[]): readonly ReadProblem[] {
  const seen = new Set<string>();
  const problems: ReadProblem[] = [];
  for (const { field, group } of readings) {
    if (seen.has(field.key)) {
      const span = { start: group.lines[0]?.start ?? field.keySpan.start, end: nextLine(text, field.valueSpan.end) };
      problems.push({
        rule: 'front-matter',
        span: field.keySpan,
        message: message('{key} stands here again; the first one counts.', { key: field.key }),
        fixes: [{ title: message('Remove this one'), edits: [{ span, newText: '' }] }],
      });
    }
    seen.add(field.key);
  }
  return problems;
}

function nextLine(text: string, offset: number): number {
  const end = /\r\n|\r|\n/.exec(text.slice(offset, offset + 10_000));
  return end === null ? text.length : offset + end.index + end[0].length;
}

function conflictProblems(text: string, markers: readonly Span[]): readonly ReadProblem[] {
  const problems: ReadProblem[] = [];
  let [opening, base, middle]: (Span | undefined)[] = [];
  for (const marker of markers) {
    const sign = text.charAt(marker.start);
    if (sign === '<') [opening, base, middle] = [marker, undefined, undefined];
    else if (sign === '|') base ??= middle === undefined ? marker : undefined;
    else if (sign === '=') middle ??= marker;
    if (sign !== '>' || opening === undefined || middle === undefined) continue;
    const closing = marker;
    const line = (span: Span): Span => ({ start: span.start, end: nextLine(text, span.end) });
    const firstEnd = base?.start ?? middle.start;
    const tail = { start: firstEnd, end: line(closing).end };
    problems.push({
      rule: 'merge-conflict',
      span: { start: opening.start, end: closing.end },
      message: message('A merge conflict in the front matter; where both sides have a key, the first one counts.'),
      fixes: [
        {
          title: message('Keep the first side'),
          edits: [
            { span: line(opening), newText: '' },
            { span: tail, newText: '' },
          ],
        },
        {
          title: message('Keep the second side'),
          edits: [
            { span: { start: opening.start, end: line(middle).end }, newText: '' },
            { span: line(closing), newText: '' },
          ],
        },
      ],
    });
    opening = undefined;
  }
  return problems;
}
