import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Span } from '../model/text';
import { type YamlExcess, yamlExcess } from './yaml-limits';

/** A YAML document as plain data with places; anchors and aliases have no meaning and count as text. */
export type YamlTree =
  | {
      readonly kind: 'scalar';
      readonly value: string | number | boolean | null;
      readonly text: string;
      readonly span: Span;
    }
  | { readonly kind: 'list'; readonly items: readonly YamlTree[]; readonly span: Span }
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[]; readonly span: Span };

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlTree;
}

export interface YamlReadResult {
  /** Absent where the text is empty, too much or no YAML at all. */
  readonly tree?: YamlTree;
  readonly errors: readonly { readonly span: Span; readonly words: string }[];
  readonly excess?: YamlExcess;
}

export function readYamlTree(text: string): YamlReadResult {
  const excess = yamlExcess(text);
  if (excess !== undefined) return { errors: [], excess };
  try {
    const document = parseDocument(text, {
      schema: 'core',
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
    });
    const errors = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
      span: { start: Math.min(pos[0], text.length), end: Math.min(Math.max(pos[0], pos[1]), text.length) },
      words: message.split('\n')[0] ?? '',
    }));
    const tree = treeOf(document.contents, text);
    return tree === undefined ? { errors } : { tree, errors };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { errors: [{ span: { start: 0, end: text.length }, words }] };
  }
}

/** The value at a path of keys and indexes. */
export function treeAt(tree: YamlTree | undefined, path: readonly string[]): YamlTree | undefined {
  let here = tree;
  for (const step of path) {
    if (here?.kind === 'map') here = here.entries.find((entry) => entry.key === step)?.value;
    else if (here?.kind === 'list') here = here.items[Number(step)];
    else return undefined;
  }
  return here;
}

/** The plain value, on objects without a prototype; keys without a value are left out. */
export function plainOf(tree: YamlTree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plainOf);
  const object: Record<string, unknown> = Object.create(null);
  for (const { key, value } of tree.entries) {
    if (!isEmpty(value) && !(key in object)) object[key] = plainOf(value);
  }
  return object;
}

export function isEmpty(tree: YamlTree): boolean {
  return tree.kind === 'scalar' && tree.value === null;
}

function treeOf(node: unknown, text: string): YamlTree | undefined {
  if (!isNode(node) || node.range == null) return undefined;
  const span = { start: node.range[0], end: node.range[0] + text.slice(node.range[0], node.range[1]).trimEnd().length };
  if (isMap(node)) {
    const entries = node.items.flatMap(({ key, value }) => {
      const name = treeOf(key, text);
      if (name?.kind !== 'scalar') return [];
      const nothing: YamlTree = {
        kind: 'scalar',
        value: null,
        text: '',
        span: { start: name.span.end, end: name.span.end },
      };
      return [{ key: name.text, keySpan: name.span, value: treeOf(value, text) ?? nothing }];
    });
    return { kind: 'map', entries, span };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.flatMap((item) => treeOf(item, text) ?? []), span };
  if (!isScalar(node))
    return { kind: 'scalar', value: text.slice(span.start, span.end), text: text.slice(span.start, span.end), span };
  const { value } = node;
  const written = typeof value === 'string' ? value : (node.source ?? text.slice(span.start, span.end));
  const isPlain = typeof value === 'number' || typeof value === 'boolean' || value === null;
  return { kind: 'scalar', value: isPlain ? value : written, text: written, span };
}
