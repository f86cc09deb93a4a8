/** Reads of parsed JSON that give nothing where something else stands than expected. */

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Nothing where the text is no JSON. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a key of its own; `__proto__` and its like are keys like all others. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** A text or a number as text, trimmed; empty where neither stands. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path);
  if (typeof found === 'number' && Number.isFinite(found)) return String(found);
  return typeof found === 'string' ? found.trim() : '';
}

/** The first of several keys that holds a text. */
export function firstTextOf(value: unknown, keys: readonly string[]): string {
  for (const key of keys) {
    const text = textAt(value, key);
    if (text !== '') return text;
  }
  return '';
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}
