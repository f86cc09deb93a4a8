/**
 * Turns an unknown value into a known one, or into nothing. What comes out is built anew and holds nothing
 * that was not asked for; it never throws.
 */
export interface Parser<T> {
  parse(value: unknown): Parsed<T>;
}

export type Parsed<T> = { readonly value: T } | undefined;

export type Infer<P> = P extends Parser<infer T> ? T : never;

/** A string of at most `longest` UTF-16 units. */
export function text(longest: number): Parser<string> {
  return { parse: (value) => (typeof value === 'string' && value.length <= longest ? { value } : undefined) };
}

/** A whole number within the bounds, both included. */
export function number(least: number, greatest: number): Parser<number> {
  return {
    parse: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= greatest
        ? { value }
        : undefined,
  };
}

export function oneOf<const T extends string | boolean>(allowed: readonly T[]): Parser<T> {
  return {
    parse(value) {
      const found = allowed.find((candidate) => candidate === value);
      return found === undefined ? undefined : { value: found };
    },
  };
}

export function list<T>(item: Parser<T>, longest: number): Parser<readonly T[]> & { readonly item: Parser<T> } {
  return {
    item,
    parse(value) {
      if (!Array.isArray(value) || value.length > longest) return undefined;
      const items: T[] = [];
      for (const candidate of value as readonly unknown[]) {
        const parsed = item.parse(candidate);
        if (parsed === undefined) return undefined;
        items.push(parsed.value);
      }
      return { value: items };
    },
  };
}

interface Optional<T> extends Parser<T> {
  readonly isOptional: true;
}

/** A key of an object that may be absent; it is never present as `undefined`. */
export function optional<T>(parser: Parser<T>): Optional<T> {
  return { isOptional: true, parse: (value) => parser.parse(value) };
}

type Shape = Readonly<Record<string, Parser<unknown>>>;
type OptionalKeys<S> = { [K in keyof S]: S[K] extends Optional<unknown> ? K : never }[keyof S];
type ObjectOf<S> = { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: Infer<S[K]> } & {
  readonly [K in OptionalKeys<S>]?: Infer<S[K]>;
};

/** A plain object with these keys and no others. */
export function object<const S extends Shape>(
  shape: S,
): Parser<{ [K in keyof ObjectOf<S>]: ObjectOf<S>[K] }> & { readonly shape: S } {
  const keys = Object.entries(shape);
  return {
    shape,
    parse(value) {
      if (!isRecord(value)) return undefined;
      if (Object.keys(value).some((key) => !Object.hasOwn(shape, key))) return undefined;
      const result: Record<string, unknown> = {};
      for (const [key, parser] of keys) {
        if (!Object.hasOwn(value, key)) {
          if ('isOptional' in parser) continue;
          return undefined;
        }
        const parsed = parser.parse(value[key]);
        if (parsed === undefined) return undefined;
        result[key] = parsed.value;
      }
      return { value: result as { [K in keyof ObjectOf<S>]: ObjectOf<S>[K] } };
    },
  };
}

export function union<const P extends readonly Parser<unknown>[]>(...parsers: P): Parser<Infer<P[number]>> {
  return {
    parse(value) {
      for (const parser of parsers) {
        const parsed = parser.parse(value);
        if (parsed !== undefined) return parsed as Parsed<Infer<P[number]>>;
      }
      return undefined;
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects that come from another window have another Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
