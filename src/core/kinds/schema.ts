/** What our schemas use of JSON Schema, with the words for people that hover, completion and messages show. */
export interface SchemaNode {
  readonly description?: string;
  /** Completes "expected …" in a message. */
  readonly expected?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  /** One sentence for each value of `enum`. */
  readonly enumDescriptions?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** One `validate` of `core/generated`. */
export interface SchemaValidator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Of an error within the schema for names; the error `propertyNames` then says the same of the object. */
  readonly propertyName?: string;
}

/** The schema that holds at a path of keys and indexes; nothing where the schema does not reach. */
export function schemaAt(root: SchemaNode, path: readonly string[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = root;
  for (const step of path) {
    node = node === undefined ? undefined : childOf(resolved(root, node), step, root);
  }
  return node === undefined ? undefined : resolved(root, node);
}

/** The keys that may stand in the object at a path, each with its schema. */
export function keysAt(root: SchemaNode, path: readonly string[]): ReadonlyMap<string, SchemaNode> {
  const node = schemaAt(root, path);
  const alternatives = node === undefined ? [] : [node, ...(node.anyOf ?? [])];
  const keys = new Map<string, SchemaNode>();
  for (const alternative of alternatives) {
    for (const [key, child] of Object.entries(resolved(root, alternative).properties ?? {})) {
      keys.set(key, resolved(root, child));
    }
  }
  return keys;
}

/** What a value does not fit. */
export interface Mismatch {
  readonly path: readonly string[];
  /** A key that the schema does not know, of the object at `path`; else the value itself does not fit. */
  readonly unknownKey?: string;
  readonly missingKey?: string;
}

/** One mismatch a place, the deepest that explain each other. */
export function mismatchesOf(validate: SchemaValidator, value: unknown): readonly Mismatch[] {
  if (validate(value)) return [];
  const found = new Map<string, Mismatch & { readonly weak: boolean }>();
  for (const { instancePath, keyword, params, propertyName } of validate.errors ?? []) {
    if (keyword === 'anyOf' || propertyName !== undefined) continue;
    const path = instancePath.split('/').slice(1).map(unescapePointer);
    const unknownKey = params['additionalProperty'] ?? params['propertyName'];
    const missingKey = params['missingProperty'];
    const mismatch = {
      path,
      ...(typeof unknownKey === 'string' && { unknownKey }),
      ...(typeof missingKey === 'string' && { missingKey }),
      weak: keyword === 'type',
    };
    const id = JSON.stringify([path, unknownKey, missingKey]);
    if (!found.has(id)) found.set(id, mismatch);
  }
  const all = [...found.values()];
  const explained = new Set<string>();
  for (const { path, unknownKey, missingKey } of all) {
    const length = unknownKey === undefined && missingKey === undefined ? path.length - 1 : path.length;
    for (let end = 0; end <= length; end++) explained.add(JSON.stringify(path.slice(0, end)));
  }
  // Of the alternatives of an `anyOf`, the one whose parts do not fit says more than the one of another type.
  return all.filter(({ path, weak }) => !(weak && explained.has(JSON.stringify(path))));
}

/** Completes "expected …" for the schema of a value. */
export function expectedWords(node: SchemaNode | undefined): string {
  if (node?.expected !== undefined) return node.expected;
  if (node?.const !== undefined) return node.const;
  if (node?.enum !== undefined) return `one of ${node.enum.join(', ')}`;
  const types: Readonly<Record<string, string>> = { array: 'a list', integer: 'a number', object: 'keys with values' };
  return types[node?.type ?? ''] ?? 'text';
}

function childOf(node: SchemaNode, step: string, root: SchemaNode): SchemaNode | undefined {
  for (const alternative of [node, ...(node.anyOf ?? [])].map((item) => resolved(root, item))) {
    const { properties = {}, additionalProperties, items } = alternative;
    if (Object.hasOwn(properties, step)) return properties[step];
    if (items !== undefined && /^\d+$/.test(step)) return items;
    if (typeof additionalProperties === 'object') return additionalProperties;
  }
  return undefined;
}

function resolved(root: SchemaNode, node: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : (root.$defs?.[name] ?? node);
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
