/** How a table is written, read off its header and delimiter line. */
export interface TableStyle {
  readonly indent: string;
  readonly leadingPipe: boolean;
  readonly trailingPipe: boolean;
  /** What stands between a pipe and a cell's text: a space or nothing. */
  readonly gap: string;
  /** Room for a cell's text by column, where the table is padded to common widths. */
  readonly widths?: readonly number[];
  readonly alignments: readonly ('left' | 'right' | 'center')[];
}

/** `sample` is a row of the table, which tells whether rows are padded as the header is. */
export function tableStyleOf(header: string, delimiter: string, sample: string | undefined): TableStyle {
  const head = segmentsOf(header);
  const rule = segmentsOf(delimiter);
  const widths = head.segments.map((segment) => displayWidth(segment));
  const gap = head.segments.some((segment) => segment.startsWith(' ')) ? ' ' : '';
  const isPadded =
    hasWidths(rule.segments, widths) && (sample === undefined || hasWidths(segmentsOf(sample).segments, widths));
  return {
    indent: /^[ \t]*/.exec(header)?.[0] ?? '',
    leadingPipe: head.leadingPipe,
    trailingPipe: head.trailingPipe,
    gap,
    ...(isPadded && { widths: widths.map((width) => Math.max(0, width - 2 * gap.length)) }),
    alignments: rule.segments.map(alignmentOf),
  };
}

/** A row of the table with these texts, one a column. */
export function formatRow(texts: readonly string[], { indent, gap, ...style }: TableStyle): string {
  const cells = texts.map((text, column) => {
    const padded = pad(escapeCell(text), style.widths?.[column] ?? 0, style.alignments[column] ?? 'left');
    if (padded === '') return gap;
    // A backslash right before the closing pipe would escape it.
    return `${gap}${padded}${gap === '' && padded.endsWith('\\') ? ' ' : gap}`;
  });
  // Without its outer pipes an empty cell at the edge would not be one, and a single cell no row.
  const leading = style.leadingPipe || texts[0] === '' || texts.length === 1;
  const trailing = style.trailingPipe || texts.at(-1) === '';
  const row = `${leading ? '|' : ''}${cells.join('|')}${trailing ? '|' : ''}`;
  return indent + (leading ? row : row.trimStart()).trimEnd();
}

/** What a new column adds at the end of a line, where others may follow an empty one. */
export function columnSuffix(text: string, { gap, trailingPipe }: TableStyle): string {
  if (text === '') return `${gap}|`;
  return trailingPipe ? `${gap}${text}${gap}|` : `${gap}|${gap}${text}`;
}

/** A text as the content of a cell: pipes escaped, line breaks as `<br>`, other control characters as spaces. */
export function escapeCell(text: string): string {
  return (
    text
      .trim()
      .replace(/\r\n?|\n/g, '<br>')
      .replace(/\p{Cc}/gu, ' ')
      // Backslashes before a pipe would take its escape away, so they are doubled.
      .replace(/(\\*)\|/g, '$1$1\\|')
  );
}

interface Segments {
  readonly segments: readonly string[];
  readonly leadingPipe: boolean;
  readonly trailingPipe: boolean;
}

/** What stands between the pipes of a line, blanks kept. */
function segmentsOf(line: string): Segments {
  const text = line.trim();
  const segments: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '|') {
      segments.push(text.slice(from, at));
      from = at + 1;
    }
  }
  const leadingPipe = text.startsWith('|');
  const trailingPipe = segments.length > 0 && from === text.length;
  if (leadingPipe) segments.shift();
  if (!trailingPipe) segments.push(text.slice(from));
  return { segments, leadingPipe, trailingPipe };
}

function hasWidths(segments: readonly string[], widths: readonly number[]): boolean {
  return segments.length === widths.length && segments.every((segment, at) => displayWidth(segment) === widths[at]);
}

function alignmentOf(segment: string): 'left' | 'right' | 'center' {
  const rule = segment.trim();
  if (!rule.endsWith(':')) return 'left';
  return rule.startsWith(':') ? 'center' : 'right';
}

function pad(text: string, width: number, alignment: 'left' | 'right' | 'center'): string {
  const missing = Math.max(0, width - displayWidth(text));
  const before = alignment === 'right' ? missing : alignment === 'center' ? Math.floor(missing / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** Columns that a text takes in a fixed-width font, as formatters count them. */
function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (/\p{M}|\u200B|\u200D|\uFE0F/u.test(sign)) continue;
    width += wide.test(sign) ? 2 : 1;
  }
  return width;
}

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
