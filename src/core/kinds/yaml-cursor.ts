import type { Span } from '../model/text';

/** Where a cursor stands in YAML that is being typed and so may not parse. */
export interface YamlCursor {
  /** Keys from the outermost in; an item of a list is `0`. At a key, the path of the object it belongs to. */
  readonly path: readonly string[];
  readonly place: 'key' | 'value';
  /** What completing replaces: the word or value that stands there. */
  readonly span: Span;
  /** Keys that the same object has already, the one at the cursor left out. */
  readonly siblings: ReadonlySet<string>;
  /** At a value: whether a space must come first, as the cursor stands right behind the colon. */
  readonly needsSpace: boolean;
  /** At a key: whether its colon stands there already. */
  readonly hasColon: boolean;
}

/** `region` is the YAML within the text: the body of the front matter, or all of it. */
export function yamlCursor(text: string, region: Span, offset: number): YamlCursor | undefined {
  if (offset < region.start || offset > region.end) return undefined;
  const lines = linesOf(text, region);
  const current = lines.findLastIndex((line) => line.start <= offset);
  const line = lines[current];
  if (line === undefined || isInComment(text.slice(line.start, offset))) return undefined;
  const column = line.indent + line.dashes.length;
  const siblings = siblingsOf(lines, current, column);
  const parents = parentsOf(lines, current);
  if (line.key !== undefined && offset >= line.valueStart) {
    return valueAt(text, { line, offset, path: [...parents, line.key], siblings });
  }
  if (offset < line.start + column) return undefined;
  const start = line.start + column;
  const end = Math.max(offset, line.key === undefined ? line.end : line.keyEnd);
  const isItem = line.dashes !== '' && line.key === undefined;
  const span = { start, end: Math.max(start, end) };
  return {
    path: parents,
    place: isItem ? 'value' : 'key',
    span,
    siblings,
    needsSpace: false,
    hasColon: line.key !== undefined,
  };
}

interface YamlLine {
  readonly start: number;
  /** After the content, comment and blanks left out. */
  readonly end: number;
  readonly indent: number;
  /** The `- ` signs before the content. */
  readonly dashes: string;
  readonly key?: string;
  /** After the key, quotes included. */
  readonly keyEnd: number;
  /** After the colon. */
  readonly valueStart: number;
  readonly isEmpty: boolean;
}

function linesOf(text: string, region: Span): readonly YamlLine[] {
  const lines: YamlLine[] = [];
  let start = region.start;
  for (;;) {
    const rest = text.slice(start, region.end);
    const ending = /\r\n|\r|\n/.exec(rest);
    lines.push(lineOf(start, ending === null ? rest : rest.slice(0, ending.index)));
    if (ending === null || lines.length > 4000) return lines;
    start += ending.index + ending[0].length;
  }
}

function lineOf(start: number, written: string): YamlLine {
  const content = written.replace(/(?:^|\s)#.*$/, '').trimEnd();
  const [, space = '', dashes = '', rest = ''] = /^([ \t]*)((?:-(?:[ \t]+|$))*)(.*)$/.exec(content) ?? [];
  const key = /^(?:"([^"]*)"|'([^']*)'|([^\s:#[{"'-][^:#]*?))[ \t]*:(?=\s|$)/.exec(rest);
  const column = space.length + dashes.length;
  const name = key?.[1] ?? key?.[2] ?? key?.[3];
  return {
    start,
    end: start + Math.max(content.length, written.trim() === '' ? written.length : 0),
    indent: written.trim() === '' ? written.length : space.length,
    dashes,
    ...(name !== undefined && { key: name }),
    keyEnd: start + column + (key?.[0].slice(0, -1).trimEnd().length ?? 0),
    valueStart: start + column + (key?.[0].length ?? 0),
    isEmpty: rest === '' && dashes === '',
  };
}

function parentsOf(lines: readonly YamlLine[], current: number): readonly string[] {
  const path: string[] = [];
  const line = lines[current];
  let limit = line === undefined ? 0 : line.indent + line.dashes.length;
  for (let index = current; index >= 0 && limit > 0; index--) {
    const above = lines[index];
    if (above === undefined || (above.isEmpty && index !== current)) continue;
    const tokens = tokensOf(above);
    if (index === current) tokens.pop();
    for (const { column, name } of tokens.reverse()) {
      if (column >= limit) continue;
      path.unshift(name ?? '0');
      // The items of a list may stand at the column of its key.
      limit = name === undefined ? column + 0.5 : column;
    }
  }
  return path;
}

/** Dashes (without name) and the key of a line, by column; last what stands after the dashes. */
function tokensOf({ indent, dashes, key }: YamlLine): { readonly column: number; readonly name?: string }[] {
  const tokens: { readonly column: number; readonly name?: string }[] = [];
  for (let at = 0; at < dashes.length; at++) if (dashes[at] === '-') tokens.push({ column: indent + at });
  const column = indent + dashes.length;
  return [...tokens, key === undefined ? { column: Number.POSITIVE_INFINITY } : { column, name: key }];
}

function siblingsOf(lines: readonly YamlLine[], current: number, column: number): ReadonlySet<string> {
  const names = new Set<string>();
  const isOpen = (line: YamlLine | undefined): boolean =>
    line !== undefined && (line.isEmpty || line.indent + line.dashes.length >= column);
  const add = ({ key, indent, dashes }: YamlLine): void => {
    if (key !== undefined && indent + dashes.length === column) names.add(key);
  };
  const own = lines[current];
  for (let index = current - 1; own?.dashes === '' && index >= 0 && isOpen(lines[index]); index--) {
    const line = lines[index];
    if (line !== undefined) add(line);
    if (line !== undefined && line.dashes !== '' && line.indent < column) break;
  }
  for (let index = current + 1; index < lines.length && isOpen(lines[index]); index++) {
    const line = lines[index];
    if (line === undefined || (line.dashes !== '' && line.indent < column)) break;
    add(line);
  }
  return names;
}

function valueAt(
  text: string,
  {
    line,
    offset,
    path,
    siblings,
  }: {
    readonly line: YamlLine;
    readonly offset: number;
    readonly path: readonly string[];
    readonly siblings: ReadonlySet<string>;
  },
): YamlCursor | undefined {
  let start = line.valueStart;
  while (start < line.end && /[ \t]/.test(text.charAt(start))) start++;
  if (text.charAt(start) === '{') return undefined;
  if (text.charAt(start) === '[' && offset > start) return itemAt(text, { line, offset, path, siblings, start });
  const needsSpace = offset === line.valueStart && !/[ \t]/.test(text.charAt(offset - 1));
  const span =
    start >= line.end || offset < start ? { start: offset, end: Math.max(offset, line.end) } : { start, end: line.end };
  return { path, place: 'value', span, siblings, needsSpace, hasColon: true };
}

/** The item of `[a, b]` at the cursor. */
function itemAt(
  text: string,
  {
    line,
    offset,
    path,
    siblings,
    start,
  }: {
    readonly line: YamlLine;
    readonly offset: number;
    readonly path: readonly string[];
    readonly siblings: ReadonlySet<string>;
    readonly start: number;
  },
): YamlCursor | undefined {
  const before = text.slice(start, offset);
  if (before.includes(']')) return undefined;
  let from = start + Math.max(before.lastIndexOf(','), before.lastIndexOf('[')) + 1;
  while (from < offset && text.charAt(from) === ' ') from++;
  const after = /^[^,\]\r\n]*/.exec(text.slice(offset, line.end))?.[0].trimEnd() ?? '';
  const span = { start: from, end: offset + after.length };
  return { path: [...path, '0'], place: 'value', span, siblings, needsSpace: false, hasColon: true };
}

function isInComment(before: string): boolean {
  return /(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''));
}
