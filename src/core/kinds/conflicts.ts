import type { MarkdownDocument } from '../markdown/markdown-document';
import { message } from '../model/message';
import type { Span, TextEdit } from '../model/text';
import type { ReadProblem } from './front-matter';

/** Blocks `block` to `endBlock` (exclusive) between two markers. */
interface Side {
  readonly block: number;
  readonly endBlock: number;
}

/** A merge conflict outside the front matter, by its markers. */
export interface Conflict {
  /** Index of the marker that opens it and after the one that closes it. */
  readonly block: number;
  readonly endBlock: number;
  readonly ours: Side;
  readonly base?: Side;
  readonly theirs: Side;
  /** Markers included, without the last line ending. */
  readonly span: Span;
}

/** How the rows of one kind of table, or the items of a list, are counted and put in order. */
export interface RowOrder {
  readonly block: 'table-row' | 'list-item';
  /** `the timeline`, `a table`. */
  readonly where: string;
  /** `entries`, `rows`. */
  readonly what: string;
  /** Sort key of a row; without one it stays behind the row before it. */
  instantOf(row: number): number | undefined;
}

export function readConflicts({ blocks, starts }: MarkdownDocument): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  let opening: number | undefined;
  let base: number | undefined;
  let middle: number | undefined;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind !== 'conflict-marker') continue;
    const sign = block.text.charAt(0);
    if (sign === '<') [opening, base, middle] = [index, undefined, undefined];
    else if (opening === undefined) continue;
    else if (sign === '|' && middle === undefined) base = index;
    else if (sign === '=') middle ??= index;
    else if (sign === '>' && middle !== undefined) {
      const start = starts[opening] ?? 0;
      conflicts.push({
        block: opening,
        endBlock: index + 1,
        ours: { block: opening + 1, endBlock: base ?? middle },
        ...(base !== undefined && { base: { block: base, endBlock: middle } }),
        theirs: { block: middle + 1, endBlock: index },
        span: { start, end: (starts[index] ?? 0) + block.text.trimEnd().length },
      });
      opening = undefined;
    }
  }
  return conflicts;
}

interface Conflicts<Table> {
  readonly conflicts: readonly Conflict[];
  readonly tables: readonly Table[];
  /** Of a conflict that stands in no table; nothing where it is none of entries. */
  readonly listOrder?: (conflict: Conflict) => RowOrder | undefined;
}

/** One finding a conflict; `orderOf` is asked once for each table that holds one. */
export function conflictProblems<Table extends Side>(
  markdown: MarkdownDocument,
  { conflicts, tables, listOrder }: Conflicts<Table>,
  orderOf: (table: Table) => RowOrder,
): readonly ReadProblem[] {
  const orders = new Map<Table, RowOrder>();
  let next = 0;
  return conflicts.map((conflict) => {
    while ((tables[next]?.endBlock ?? Number.POSITIVE_INFINITY) < conflict.endBlock - 1) next++;
    const table = tables[next];
    if (table === undefined || table.block > conflict.block)
      return conflictProblem(markdown, conflict, listOrder?.(conflict));
    const order = orders.get(table) ?? orderOf(table);
    orders.set(table, order);
    return conflictProblem(markdown, conflict, order);
  });
}

/** Where the conflict holds only rows of a table, its fix sorts them. */
function conflictProblem(markdown: MarkdownDocument, conflict: Conflict, order: RowOrder | undefined): ReadProblem {
  const ours = rowsOf(markdown, conflict.ours, order);
  const theirs = rowsOf(markdown, conflict.theirs, order);
  if (order === undefined || ours === undefined || theirs === undefined) {
    return {
      rule: 'merge-conflict',
      span: conflict.span,
      message: message('A merge conflict; both sides are read.'),
      fixes: [{ title: message('Keep both'), edits: withoutMarkers(markdown, conflict) }],
    };
  }
  const words = message('A merge conflict in {where}; both sides are read, {ours} and {theirs} {what}.', {
    where: order.where,
    what: order.what,
    ours: ours.length,
    theirs: theirs.length,
  });
  const newText = sortedRows(markdown, [...ours, ...theirs], order);
  const end = markdown.starts[conflict.endBlock] ?? markdown.text.length;
  const title = order.what === 'entries' ? 'Keep both, in order of time' : 'Keep both';
  const edits = [{ span: { start: conflict.span.start, end }, newText }];
  return { rule: 'merge-conflict', span: conflict.span, message: words, fixes: [{ title: message(title), edits }] };
}

/** Blocks of the rows; nothing where something else stands between the markers. */
function rowsOf(
  { blocks }: MarkdownDocument,
  { block, endBlock }: Side,
  order: RowOrder | undefined,
): readonly number[] | undefined {
  const rows: number[] = [];
  for (let index = block; index < endBlock; index++) {
    if (blocks[index]?.kind !== order?.block) return undefined;
    rows.push(index);
  }
  return rows;
}

/** A row that both sides have alike stands once. */
function sortedRows({ blocks, text }: MarkdownDocument, rows: readonly number[], order: RowOrder): string {
  const seen = new Set<string>();
  const items: { readonly line: string; readonly at: number }[] = [];
  let at = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const line = blocks[row]?.text ?? '';
    const content = line.trim();
    if (seen.has(content)) continue;
    seen.add(content);
    at = order.instantOf(row) ?? at;
    items.push({ line, at });
  }
  items.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  return items.map(({ line }) => (/[\r\n]$/.test(line) ? line : line + ending)).join('');
}

function withoutMarkers(
  { starts, text }: MarkdownDocument,
  { block, endBlock, ours, theirs }: Conflict,
): readonly TextEdit[] {
  const at = (index: number): number => starts[index] ?? text.length;
  return [
    { span: { start: at(block), end: at(block + 1) }, newText: '' },
    { span: { start: at(ours.endBlock), end: at(theirs.block) }, newText: '' },
    { span: { start: at(endBlock - 1), end: at(endBlock) }, newText: '' },
  ];
}
