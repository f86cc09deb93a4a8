import { isSpace, skipSpaces, trimEnd } from './block-starts';
import type { Cell } from './markdown-document';

/** Cells of a table line as offsets from `base`; a pipe splits, also inside code, unless a backslash stands before it. */
export function splitCells(text: string, first: number, end: number, base: number): readonly Cell[] {
  const cells: Cell[] = [];
  const last = trimEnd(text, first, end);
  let from = first < last && text.charCodeAt(first) === 124 ? first + 1 : first;
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at += escapeWidth(text, at);
    else if (code === 124) {
      cells.push(cellOf(text, from, at, base));
      from = at + 1;
    }
  }
  if (from < last || cells.length === 0) cells.push(cellOf(text, from, last, base));
  return cells;
}

/** The number of cells of a header; a lone pipe is none. */
function countCells(text: string, first: number, end: number): number {
  const last = trimEnd(text, first, end);
  let from = first < last && text.charCodeAt(first) === 124 ? first + 1 : first;
  let count = 0;
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at += escapeWidth(text, at);
    else if (code === 124) {
      count++;
      from = at + 1;
    }
  }
  return from < last ? count + 1 : count;
}

/** Number of columns of a delimiter row (`| --- | :-: |`), or 0 where the line is none. */
function delimiterColumns(text: string, first: number, end: number): number {
  const last = trimEnd(text, first, end);
  let at = first;
  let count = 0;
  let marked = false;
  if (text.charCodeAt(at) === 124) {
    marked = true;
    at++;
  }
  while (at < last) {
    at = skipSpaces(text, at, last);
    if (text.charCodeAt(at) === 58) {
      marked = true;
      at++;
    }
    const dashes = at;
    while (at < last && text.charCodeAt(at) === 45) at++;
    if (at === dashes) return 0;
    if (at < last && text.charCodeAt(at) === 58) {
      marked = true;
      at++;
    }
    count++;
    at = skipSpaces(text, at, last);
    if (at === last) break;
    if (text.charCodeAt(at) !== 124) return 0;
    marked = true;
    at++;
  }
  return marked ? count : 0;
}

/** Whether the line is a delimiter row with as many columns as `header` has cells. */
export function isDelimiterOf(
  text: string,
  first: number,
  end: number,
  header: { first: number; end: number },
): boolean {
  const code = text.charCodeAt(first);
  if (code !== 124 && code !== 45 && code !== 58) return false;
  const columns = delimiterColumns(text, first, end);
  return columns > 0 && columns === countCells(text, header.first, header.end);
}

function escapeWidth(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  return next === 92 || next === 124 ? 1 : 0;
}

function cellOf(text: string, from: number, to: number, base: number): Cell {
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  const end = trimEnd(text, start, to);
  return { start: start - base, end: end - base };
}
