/** Why a text is not handed to the YAML library, which can be slow or worse on hostile input. */
export type YamlExcess = 'size' | 'depth' | 'keys';

const mostCharacters = 64 * 1024;
const mostLevels = 32;
const mostKeys = 2000;

/** A linear scan before parsing; counts generously, since quoted brackets count too. */
export function yamlExcess(text: string): YamlExcess | undefined {
  if (text.length > mostCharacters) return 'size';
  let keys = 0;
  let brackets = 0;
  const indents: number[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const indent = line.length - line.trimStart().length;
    if (indent < line.length) {
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
    }
    // `- - - x` and `? ? x` nest without any bracket.
    const markers = /^(?:[-?:][ \t]+)+/.exec(`${line.trim()} `)?.[0].replace(/[ \t]/g, '').length ?? 0;
    for (const char of line) {
      if (char === '[' || char === '{') brackets++;
      else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
      else if (char === ':' || (char === ',' && brackets > 0)) keys++;
      if (brackets + markers + indents.length > mostLevels) return 'depth';
    }
  }
  return keys > mostKeys ? 'keys' : undefined;
}

/** Words for a text that was not handed to YAML. */
export const excessWords: Readonly<Record<YamlExcess, string>> = {
  size: 'is longer than 64 kB',
  depth: 'is nested deeper than 32 levels',
  keys: 'has more than 2000 keys',
};
