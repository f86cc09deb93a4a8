import { isAlias, isMap, isNode, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import type { Located } from '../model/incident';
import type { Span } from '../model/text';
import { yamlExcess } from './yaml-limits';

/** What YAML makes of one `key: value`; offsets count from the start of the text that was read. */
export type YamlReading =
  | { readonly state: 'text'; readonly value: string; readonly span: Span }
  | { readonly state: 'list'; readonly items: readonly Located[]; readonly span: Span }
  | { readonly state: 'empty' }
  | { readonly state: 'rejected' };

/** Reads a text that holds one top-level pair. Values stay text: `2026-11-30` and `007` come back as written. */
export function readYamlPair(text: string): YamlReading {
  if (yamlExcess(text) !== undefined) return { state: 'rejected' };
  const pair = parsePair(text);
  if (pair === undefined) return { state: 'rejected' };
  const node = pair.value;
  if (!isNode(node) || node.range == null) return { state: 'empty' };
  const span = { start: node.range[0], end: node.range[1] };
  if (isScalar(node)) {
    const value = scalarText(node.value, node.source, text.slice(span.start, span.end));
    return value === undefined ? { state: 'empty' } : { state: 'text', value, span };
  }
  if (isSeq(node)) return { state: 'list', items: node.items.flatMap((item) => itemOf(item, text)), span };
  return { state: 'text', value: text.slice(span.start, span.end).trim(), span };
}

/** The items of a list such as `[a, b]` on one line, offsets into the text; nothing where it takes YAML to tell them. */
export function readPlainList(text: string): readonly Located[] | undefined {
  if (text.charCodeAt(0) !== 91 || text.charCodeAt(text.length - 1) !== 93) return undefined;
  const items: Located[] = [];
  let start = 1;
  for (const part of text.slice(1, -1).split(',')) {
    const item = part.trim();
    const lead = part.indexOf(item);
    const around = part.slice(0, lead) + part.slice(lead + item.length);
    if (!isPlainText(item, true) || !/^ *$/.test(around)) return undefined;
    const from = start + lead;
    items.push({ text: item, span: { start: from, end: from + item.length } });
    start += part.length + 1;
  }
  return items;
}

/** As YAML would need it to be read back the same: quoted only where plain text would not do. */
export function writeYamlText(
  text: string,
  options: { readonly inList?: boolean; readonly quote?: '"' | "'" } = {},
): string {
  if (options.quote === undefined && isPlainText(text, options.inList)) return text;
  if (options.quote === "'" && !/[^\x20-\x7e\xa1-\uffff]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return quoted(text);
}

/** Double quotes with YAML's escapes, on one line. */
export function quoted(text: string): string {
  const escaped = text.replace(/["\\\p{Cc}\u2028\u2029\ufeff]/gu, (char) => {
    const short = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }[char];
    return short ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

/** Whether YAML reads the text as it stands as this very text; quoting more than needed does no harm. */
export function isPlainText(text: string, inList = false): boolean {
  if (!/^[\p{L}\p{N}_./(+][^\p{C}\u2028\u2029]*$/u.test(text)) return false;
  if (/^\.\.\.|:\s|:$|\s#|\s$/.test(text) || (inList && /[,[\]{}]/.test(text))) return false;
  return !/^(?:null|true|false|yes|no|on|off)$/i.test(text);
}

function parsePair(text: string): Pair | undefined {
  try {
    const { contents, errors, warnings } = parseDocument(text, {
      schema: 'core',
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
    });
    if (errors.length > 0 || warnings.length > 0 || !isMap(contents) || contents.items.length !== 1) return undefined;
    return hasAlias(contents) ? undefined : contents.items[0];
  } catch {
    return undefined; // The library gives up on some malformed input by throwing; the text is then taken literally.
  }
}

/** Anchors and aliases are never followed; a value that has one is taken literally. */
function hasAlias(root: unknown): boolean {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (isAlias(item)) return true;
    if ((isMap(item) || isSeq(item) || isScalar(item)) && item.anchor !== undefined) return true;
    if (isMap(item)) for (const pair of item.items) waiting.push(pair.key, pair.value);
    else if (isSeq(item)) for (const child of item.items) waiting.push(child);
  }
  return false;
}

function itemOf(item: unknown, text: string): readonly Located[] {
  if (!isNode(item) || item.range == null) return [];
  const span = { start: item.range[0], end: item.range[1] };
  const source = text.slice(span.start, span.end);
  const value = isScalar(item) ? scalarText(item.value, item.source, source) : source.trim();
  return value === undefined ? [] : [{ text: value, span }];
}

function scalarText(value: unknown, source: string | undefined, written: string): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return value;
  return source ?? written;
}
