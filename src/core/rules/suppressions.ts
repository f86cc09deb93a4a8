import type { MarkdownDocument } from '../markdown/markdown-document';
import { blockAt } from '../markdown/places';
import { lineStartsOf, positionAt } from '../model/text';

/** Whether a finding of this rule that begins at this offset is switched off by a comment. */
export type IsSuppressed = (rule: string, offset: number) => boolean;

type Extent = 'line' | 'next-line' | 'from-here' | 'end';

interface Directive {
  readonly extent: Extent;
  /** Empty: all rules. */
  readonly rules: readonly string[];
  /** Where the comment begins and ends. */
  readonly start: number;
  readonly end: number;
}

const word = 'incident-docs-';
const extents: readonly (readonly [name: string, extent: Extent])[] = [
  ['disable-next-line', 'next-line'],
  ['disable-line', 'line'],
  ['disable', 'from-here'],
  ['enable', 'end'],
];
const allRules = '*';

/** Reads the suppression comments once; the answer for a finding takes two look-ups. */
export function suppressionsOf(document: MarkdownDocument): IsSuppressed {
  const directives = readDirectives(document);
  if (directives.length === 0) return () => false;
  const lineStarts = lineStartsOf(document.text);
  const lines = new Map<number, Set<string>>();
  const switches = new Map<string, Switch[]>();
  const nextLineAfter = nextTextLines(document.text, lineStarts);
  for (const directive of directives) {
    const { extent, start, end } = directive;
    const rules = directive.rules.length === 0 ? [allRules] : directive.rules;
    if (extent === 'line') addRules(lines, positionAt(lineStarts, start).line, rules);
    else if (extent === 'next-line') addRules(lines, nextLineAfter(end), rules);
    else for (const rule of rules) addSwitch(switches, rule, { at: start, isOff: extent === 'from-here' });
  }
  return (rule, offset) => {
    const onLine = lines.get(positionAt(lineStarts, offset).line);
    if (onLine !== undefined && (onLine.has(rule) || onLine.has(allRules))) return true;
    const own = lastSwitch(switches.get(rule), offset);
    const every = lastSwitch(switches.get(allRules), offset);
    return (own.at > every.at ? own : every).isOff;
  };
}

function readDirectives(document: MarkdownDocument): readonly Directive[] {
  const { text } = document;
  const directives: Directive[] = [];
  let at = text.indexOf(word);
  while (at >= 0) {
    const start = openingBefore(text, at, document);
    const end = start === undefined ? undefined : closingAfter(text, start, at);
    // No comment ends after this place, so none can begin.
    if (end === -1) break;
    if (start !== undefined && end !== undefined) {
      const directive = readDirective(text.slice(at + word.length, end));
      if (directive !== undefined) directives.push({ ...directive, start, end });
    }
    at = text.indexOf(word, end ?? at + word.length);
  }
  return directives;
}

/** Start of the comment sign before `at`: `<!--`, in front matter `#`. Code holds no comments. */
function openingBefore(text: string, at: number, document: MarkdownDocument): number | undefined {
  const kind = document.blocks[blockAt(document, at)]?.kind;
  if (kind === 'code') return undefined;
  const blanks = kind === 'front-matter' ? ' \t' : ' \t\r\n';
  let before = at;
  while (before > 0 && blanks.includes(text.charAt(before - 1))) before--;
  if (kind === 'front-matter') return text[before - 1] === '#' ? before - 1 : undefined;
  return text.startsWith('<!--', before - 4) ? before - 4 : undefined;
}

function closingAfter(text: string, start: number, at: number): number {
  if (text[start] === '<') return text.indexOf('-->', at);
  const end = text.slice(at, at + 2000).search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, at + 2000) : at + end;
}

function readDirective(content: string): Pick<Directive, 'extent' | 'rules'> | undefined {
  const known = extents.find(([name]) => content.startsWith(name) && !/^[\w-]/.test(content.slice(name.length)));
  if (known === undefined) return undefined;
  const [name, extent] = known;
  const colon = content.indexOf(':');
  const list = content.slice(name.length, colon < 0 ? undefined : colon);
  return { extent, rules: list.split(/[\s,]+/).filter((rule) => rule !== '') };
}

function addRules(lines: Map<number, Set<string>>, line: number, rules: readonly string[]): void {
  const known = lines.get(line) ?? new Set<string>();
  for (const rule of rules) known.add(rule);
  lines.set(line, known);
}

/** The first line with text below an offset; asked in order, so that each blank line is passed once. */
function nextTextLines(text: string, lineStarts: readonly number[]): (offset: number) => number {
  let next = 0;
  return (offset) => {
    next = Math.max(next, positionAt(lineStarts, offset).line + 1);
    while (next < lineStarts.length && text.slice(lineStarts[next], lineStarts[next + 1]).trim() === '') next++;
    return next;
  };
}

interface Switch {
  readonly at: number;
  readonly isOff: boolean;
}

function addSwitch(switches: Map<string, Switch[]>, rule: string, one: Switch): void {
  const known = switches.get(rule);
  if (known === undefined) switches.set(rule, [one]);
  else known.push(one);
}

/** The last switch before `offset`, by binary search. */
function lastSwitch(switches: readonly Switch[] | undefined, offset: number): Switch {
  let low = 0;
  let high = switches?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((switches?.[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return switches?.[low - 1] ?? { at: -1, isOff: false };
}
