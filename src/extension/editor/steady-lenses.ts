import type { TextChange } from '../../core/markdown/markdown-document';
import type { Lens } from './lens';

/**
 * What is shown while somebody types: as long as a line or a hash is not whole, what was said of it last, at the line to
 * which the text has moved it. `lineOf` tells the line of an offset.
 */
export function steadyLenses(
  shown: readonly Lens[],
  fresh: readonly Lens[],
  lineOf: (offset: number) => number,
): readonly Lens[] {
  const now = byLine(fresh, lineOf);
  const before = byLine(shown, lineOf);
  const isLost = [...before].some(([line, lenses]) => lenses.length > (now.get(line)?.length ?? 0));
  const lines = [...new Set([...before.keys(), ...now.keys()])].sort((a, b) => a - b);
  return lines.flatMap((line) => steadyLine(before.get(line) ?? [], now.get(line) ?? [], isLost));
}

/** The same lenses after a change of the text; those of lines that went with it are gone. */
export function movedLenses(lenses: readonly Lens[], { start, end, newText }: TextChange, isOneLine: boolean) {
  return lenses.flatMap((lens): Lens[] => {
    if (lens.at < start) return [lens];
    if (lens.at >= end) return [{ ...lens, at: lens.at + newText.length - (end - start) }];
    return isOneLine ? [{ ...lens, at: start }] : [];
  });
}

/** Of one line. What is counted over all of them is wrong as long as `isLost` says that one is not whole. */
function steadyLine(shown: readonly Lens[], fresh: readonly Lens[], isLost: boolean): readonly Lens[] {
  if (fresh.length !== shown.length) return fresh.length < shown.length ? shown : fresh;
  return fresh.map((lens, at) => {
    const last = shown[at];
    const isBetter = last !== undefined && last.isProvisional !== true;
    return isBetter && (isLost || lens.isProvisional === true) ? { ...last, at: lens.at } : lens;
  });
}

function byLine(lenses: readonly Lens[], lineOf: (offset: number) => number): ReadonlyMap<number, readonly Lens[]> {
  const lines = new Map<number, Lens[]>();
  for (const lens of lenses) {
    const line = lineOf(lens.at);
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [lens]);
    else known.push(lens);
  }
  return lines;
}
