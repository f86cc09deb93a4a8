/** One line of a table, or several where a quoted cell holds line breaks. */
export interface CsvRow {
  /** One-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of RFC 4180, lenient: quotes within a cell that began without one stay, an open quote ends with the text. */
export function* parseCsv(text: string, delimiter: string): Iterable<CsvRow> {
  let cells: string[] = [];
  let line = 1;
  let first = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const cell = text.charAt(at) === '"' ? readQuoted(text, at, delimiter) : readPlain(text, at, delimiter);
    cells.push(cell.text);
    line += countBreaks(text, at, cell.end);
    at = cell.end;
    if (text.charAt(at) === delimiter) {
      at++;
      if (at === text.length) cells.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    if (cells.length > 1 || cells[0] !== '') yield { line: first, cells };
    cells = [];
    first = line;
  }
  if (cells.length > 0) yield { line: first, cells };
}

/** The delimiter that stands most often in the first line outside of quotes; nothing where none does. */
export function delimiterOf(text: string): string | undefined {
  const counts = new Map([',', ';', '\t', '|'].map((sign) => [sign, 0]));
  let isQuoted = false;
  for (const sign of text.slice(0, 10_000).replace(/^\uFEFF/, '')) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '\n' || sign === '\r')) break;
    else if (!isQuoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best !== undefined && best[1] > 0 ? best[0] : undefined;
}

interface Cell {
  readonly text: string;
  /** Offset of what follows it: a delimiter, a line break or the end. */
  readonly end: number;
}

function readPlain(text: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < text.length && !endsCell(text, end, delimiter)) end++;
  return { text: text.slice(start, end), end };
}

function readQuoted(text: string, start: number, delimiter: string): Cell {
  let content = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { text: content + text.slice(at), end: text.length };
    content += text.slice(at, quote);
    if (text.charAt(quote + 1) !== '"') {
      const rest = readPlain(text, quote + 1, delimiter);
      return { text: content + rest.text, end: rest.end };
    }
    content += '"';
    at = quote + 2;
  }
}

function endsCell(text: string, at: number, delimiter: string): boolean {
  const sign = text.charAt(at);
  return sign === delimiter || sign === '\n' || sign === '\r';
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
