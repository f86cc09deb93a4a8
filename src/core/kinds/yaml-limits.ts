/** Why a text is not handed to the YAML library, which can be slow or worse on hostile input. */
export type YamlExcess = 'size' | 'depth' | 'keys' | 'signs';

const mostCharacters = 64 * 1024;
const mostLevels = 32;
const mostKeys = 2000;
/** Signs and lines that the library makes a token or an error of; each costs it about 25 µs. */
const mostSigns = 3000;

/** A linear scan before parsing; counts generously, since quoted brackets count too. */
export function yamlExcess(text: string): YamlExcess | undefined {
  if (text.length > mostCharacters) return 'size';
  let keys = 0;
  let brackets = 0;
  let signs = 0;
  const indents: number[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const indent = line.length - line.trimStart().length;
    if (indent < line.length) {
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
    }
    signs++;
    // `- - - x` and `? ? x` nest without any bracket.
    const markers = markersOf(line, indent);
    signs += markers;
    if (signs > mostSigns) return 'signs';
    for (let at = indent; at < line.length; at++) {
      const char = line.charAt(at);
      if (char === '[' || char === '{') brackets++;
      else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
      else if (char === ':' || (char === ',' && brackets > 0)) keys++;
      const isDash = char === '-' && at > indent && line.charAt(at - 1) === ' ';
      if (isDash || '[]{}"\'&*!|>?%@`#,'.includes(char)) signs++;
      if (brackets + markers + indents.length > mostLevels) return 'depth';
      if (signs > mostSigns) return 'signs';
    }
  }
  return keys > mostKeys ? 'keys' : undefined;
}

/** How many `-`, `?` and `:` stand before the content of a line. */
function markersOf(line: string, indent: number): number {
  let count = 0;
  for (let at = indent; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === ' ' || char === '\t') continue;
    const isMarker = (char === '-' || char === '?' || char === ':') && /^(?:[ \t]|$)/.test(line.charAt(at + 1));
    if (!isMarker) break;
    count++;
  }
  return count;
}

/** Words for a text that was not handed to YAML. */
export const excessWords: Readonly<Record<YamlExcess, string>> = {
  size: 'is longer than 64 kB',
  depth: 'is nested deeper than 32 levels',
  keys: 'has more than 2000 keys',
  signs: 'has more than 3000 lines, quotes and brackets',
};
