/**
 * Key of a record that has no id of its own: a digest of what it says, so that it is known again. 53 bits tell apart
 * what is imported into one report; it protects nothing.
 */
export function contentKey(source: string, ...parts: readonly string[]): string {
  let one = 0x9e3779b9;
  let two = 0x7f4a7c15;
  const text = parts.join('\n');
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return recordKey(source, (4294967296 * (2097151 & two) + (one >>> 0)).toString(36));
}

/** Signs that would end a cell, a comment or a word are replaced. */
export function recordKey(source: string, id: string): string {
  const plain = id
    .replace(/[^\p{L}\p{N}_.:/@+-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, 120);
  return `${source}:${plain}`;
}
