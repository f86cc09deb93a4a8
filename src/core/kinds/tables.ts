import { createBlockCache } from '../markdown/block-cache';
import type { Block, BlockKind, MarkdownDocument } from '../markdown/markdown-document';
import { replacedBlocks } from '../markdown/replaced-blocks';
import type { Located } from '../model/incident';
import { message } from '../model/message';
import type { Span, TextEdit } from '../model/text';
import { locate } from './cell-text';
import type { Conflict } from './conflicts';
import type { ReadProblem } from './front-matter';
import { shiftLocated, shiftProblem, shiftSpan } from './shift';

export interface Table {
  /** Indexes of the header's block and of the block after the last row. */
  readonly block: number;
  readonly endBlock: number;
  /** Lower-case header names in order of the columns; the same array as long as the header's block is the same. */
  readonly columns: readonly string[];
  readonly header: Span;
  readonly delimiter: Span;
  /** Indexes of the rows' blocks; `rows` are made of them when they are first asked for. */
  readonly rowBlocks: readonly number[];
  readonly rows: readonly TableRow[];
  /** What the block of a row says by itself. */
  readingOf(block: number): RowReading;
}

export interface TableRow {
  readonly block: number;
  /** Offset of the block, to which all of `reading` counts. */
  readonly start: number;
  readonly reading: RowReading;
}

/** What a row's block says by itself, read once as long as the block is the same; offsets count from its start. */
export interface RowReading {
  /** The block's. */
  readonly text: string;
  readonly columns: readonly string[];
  /** Without the line ending. */
  readonly span: Span;
  /** One a column where the row is whole; the surplus of a row is joined where it most likely belongs. */
  readonly cells: readonly Located[];
  readonly isEmpty: boolean;
  readonly problem?: ReadProblem;
}

/** The row's line without its ending, in the document. */
export function spanOf({ start, reading }: TableRow): Span {
  return shiftSpan(reading.span, start);
}

/** The row's cells, in the document. */
export function cellsOf({ start, reading }: TableRow): readonly Located[] {
  return reading.cells.map((cell) => shiftLocated(cell, start));
}

/** Every table of the document; rows on the old base of a merge conflict are left out. */
export function readTables(
  markdown: MarkdownDocument,
  conflicts: readonly Conflict[],
): { readonly tables: readonly Table[]; readonly problems: readonly ReadProblem[] } {
  const slots = slotsOf(markdown);
  if (conflicts.length > 0) return readAll(markdown, slots, conflicts);
  const read = rereadTables(markdown, slots) ?? readAll(markdown, slots, conflicts);
  if (read.problems.length === 0) {
    markdown.memory.set(key, { tables: read.tables, blocks: markdown.blocks } satisfies KeptTables);
  }
  return read;
}

type Slots = readonly (TableSlot | undefined)[];

/** The tables of a document as they were read last, without any problem or conflict. */
interface KeptTables {
  readonly tables: readonly OpenTable[];
  readonly blocks: readonly Block[];
}

const key = {};

interface TablesRead {
  readonly tables: readonly OpenTable[];
  readonly problems: readonly ReadProblem[];
}

/** The tables after a key in a row or beside the tables, from those that were read before it; nothing where more has changed. */
function rereadTables(markdown: MarkdownDocument, slots: Slots): TablesRead | undefined {
  const kept = markdown.memory.get(key) as KeptTables | undefined;
  const replaced = kept && replacedBlocks(kept.blocks, markdown.blocks);
  if (kept === undefined || replaced === undefined) return undefined;
  for (const index of replaced) {
    const block = markdown.blocks[index];
    if (block === undefined || shapes.has(block.kind) || (block.kind === 'paragraph' && cutRows(block) > 0)) {
      return undefined;
    }
    const table = block.kind === 'table-row' ? kept.tables.findLast((one) => one.block < index) : undefined;
    if (table !== undefined && readRow(block, table.columns, slots[index]).problem !== undefined) return undefined;
  }
  return { tables: kept.tables.map((table) => table.movedTo(markdown, slots)), problems: [] };
}

/** What tables hang on beside the rows. */
const shapes: ReadonlySet<BlockKind> = new Set<BlockKind>(['table-header', 'table-delimiter', 'conflict-marker']);

function readAll(markdown: MarkdownDocument, slots: Slots, conflicts: readonly Conflict[]): TablesRead {
  const opened: OpenTable[] = [];
  const problems: ReadProblem[] = [];
  const { blocks, starts } = markdown;
  let open: OpenTable | undefined;
  let base = 0;
  const bases = conflicts.flatMap(({ base }) => (base === undefined ? [] : [base]));
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    switch (block.kind) {
      case 'table-header':
        open = new OpenTable(markdown, slots, index);
        opened.push(open);
        break;
      case 'table-delimiter':
        open?.delimitAt(index);
        break;
      case 'table-row': {
        if (open === undefined) break;
        while ((bases[base]?.endBlock ?? Number.POSITIVE_INFINITY) <= index) base++;
        open.endBlock = index + 1;
        if (open.gap.length > 0) open.gap = [];
        if ((bases[base]?.block ?? Number.POSITIVE_INFINITY) <= index) break;
        const { problem } = readRow(block, open.columns, slots[index]);
        open.rowBlocks.push(index);
        if (problem !== undefined) open.surplus.push(shiftProblem(problem, starts[index] ?? 0));
        break;
      }
      case 'blank':
      case 'comment':
        open?.gap.push(index);
        break;
      case 'conflict-marker':
        break;
      default: {
        const cut = block.kind === 'paragraph' && open !== undefined && open.gap.length > 0 ? cutRows(block) : 0;
        if (open !== undefined && cut > 0) {
          problems.push(brokenTable(markdown, open, cut));
          open.gap = [];
        } else open = undefined;
      }
    }
  }
  return { tables: opened, problems: [...problems, ...opened.flatMap(surplusProblems)] };
}

class OpenTable implements Table {
  readonly block: number;
  endBlock: number;
  readonly columns: readonly string[];
  readonly header: Span;
  delimiter: Span;
  rowBlocks: number[] = [];
  /** Blank and comment blocks since the last row. */
  gap: number[] = [];
  /** One for each row with too many cells. */
  readonly surplus: ReadProblem[] = [];
  private readonly markdown: MarkdownDocument;
  private readonly slots: Slots;
  private delimiterBlock: number | undefined;
  private placed: readonly TableRow[] | undefined;

  constructor(markdown: MarkdownDocument, slots: Slots, block: number) {
    this.markdown = markdown;
    this.slots = slots;
    this.block = block;
    this.endBlock = block + 1;
    this.columns = columnsOf(markdown.blocks[block], slots[block]);
    this.header = lineSpan(markdown, block);
    this.delimiter = this.header;
  }

  get rows(): readonly TableRow[] {
    const { starts } = this.markdown;
    this.placed ??= this.rowBlocks.map((block) => ({
      block,
      start: starts[block] ?? 0,
      reading: this.readingOf(block),
    }));
    return this.placed;
  }

  delimitAt(block: number): void {
    this.delimiter = lineSpan(this.markdown, block);
    this.delimiterBlock = block;
    this.endBlock = block + 1;
  }

  /** The same table in a version of the document in which its blocks have the same indexes. */
  movedTo(markdown: MarkdownDocument, slots: Slots): OpenTable {
    const moved = new OpenTable(markdown, slots, this.block);
    if (this.delimiterBlock !== undefined) moved.delimitAt(this.delimiterBlock);
    moved.endBlock = this.endBlock;
    moved.rowBlocks = this.rowBlocks;
    return moved;
  }

  readingOf(block: number): RowReading {
    return this.slots[block]?.row ?? emptyReading;
  }
}

const emptyReading: RowReading = { text: '', columns: [], span: { start: 0, end: 0 }, cells: [], isEmpty: true };

/** What was read of a block of a table, as long as it is the same block. */
interface TableSlot {
  columns?: readonly string[];
  row?: RowReading;
}

const tableKinds: ReadonlySet<BlockKind> = new Set<BlockKind>(['table-header', 'table-row']);
const slotsOf = createBlockCache<TableSlot | undefined>(({ kind }) => (tableKinds.has(kind) ? {} : undefined));

function columnsOf(block: Block | undefined, slot: TableSlot | undefined): readonly string[] {
  const columns = slot?.columns ?? (block === undefined ? [] : headersOf(block));
  if (slot !== undefined) slot.columns = columns;
  return columns;
}

function headersOf(block: Block): readonly string[] {
  return ownCells(block).map((cell) => cell.text.replace(/[*_`]/g, '').trim().toLowerCase());
}

/** The line of a one-line block without its ending. */
export function lineSpan({ starts, blocks }: MarkdownDocument, index: number): Span {
  const start = starts[index] ?? 0;
  return { start, end: start + lineLength(blocks[index]?.text ?? '') };
}

function lineLength(text: string): number {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return end;
}

function ownCells({ text, cells = [] }: Block): readonly Located[] {
  return cells.map((cell) => locate(text, cell));
}

function readRow(block: Block, columns: readonly string[], slot: TableSlot | undefined): RowReading {
  const known = slot?.row;
  if (known?.columns === columns) return known;
  const reading = readFreshRow(block, columns);
  if (slot !== undefined) slot.row = reading;
  return reading;
}

function readFreshRow(block: Block, columns: readonly string[]): RowReading {
  const { text } = block;
  const cells = ownCells(block);
  const span = { start: 0, end: lineLength(text) };
  const width = columns.length;
  const isEmpty = cells.every((cell) => cell.text === '');
  if (cells.length <= width || cells.slice(width).every((cell) => cell.text === '')) {
    return { text, columns, span, cells, isEmpty };
  }
  const surplus = cells.length - width;
  const first = surplusColumn(text, cells, columns, surplus);
  const joined = { start: cells[first]?.span.start ?? 0, end: cells[first + surplus]?.span.end ?? span.end };
  const edits: TextEdit[] = [];
  for (let column = first; column < first + surplus; column++) {
    const pipe = text.indexOf('|', cells[column]?.span.end ?? joined.start);
    edits.push({ span: { start: pipe, end: pipe }, newText: '\\' });
  }
  const fixed = [...cells.slice(0, first), locate(text, joined), ...cells.slice(first + surplus + 1)];
  const problem: ReadProblem = {
    rule: 'cell-count',
    span,
    message: message('This row has {cells} cells, the header {columns}. A | in a cell is written \\|.', {
      cells: cells.length,
      columns: width,
    }),
    fixes: [{ title: message(surplus === 1 ? 'Escape the pipe' : 'Escape the pipes'), edits, isSafe: true }],
  };
  return { text, columns, span, cells: fixed, isEmpty, problem };
}

/** What repeats down a table is one finding. */
function surplusProblems({ columns, surplus }: OpenTable): readonly ReadProblem[] {
  const first = surplus[0];
  if (first === undefined || surplus.length <= 3) return surplus;
  const words = message(
    '{count} rows have more cells than the header, which has {columns}. A | in a cell is written \\|.',
    {
      count: surplus.length,
      columns: columns.length,
    },
  );
  const edits = surplus.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  return [{ ...first, message: words, fixes: [{ title: message('Escape the pipes'), edits, isSafe: true }] }];
}

/** The column from which a row has too many: where a pipe stands within code, else the one that holds free text. */
function surplusColumn(text: string, cells: readonly Located[], columns: readonly string[], surplus: number): number {
  const isOpen = (cell: Located): boolean =>
    (text.slice(cell.span.start, cell.span.end).split('`').length - 1) % 2 === 1;
  const last = cells.length - 1 - surplus;
  const code = cells.findIndex((cell, index) => index <= last && isOpen(cell));
  if (code >= 0) return code;
  const prose = columns.findIndex((name) =>
    /^(?:event|description|what|details?|effect|action|message|summary)\b/.test(name),
  );
  return Math.min(last, prose >= 0 ? prose : Math.max(0, columns.length - 1));
}

/** How many rows a paragraph holds that stood in a table before something ended it. */
function cutRows(block: Block): number {
  const lines = block.text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.every((line) => /^\s*\|.*\|.*\S?/.test(line)) ? lines.length : 0;
}

function brokenTable(markdown: MarkdownDocument, table: OpenTable, rows: number): ReadProblem {
  const { blocks, starts, text } = markdown;
  const comments = table.gap.filter((index) => blocks[index]?.kind === 'comment');
  const first = comments[0] ?? table.gap[0] ?? 0;
  const start = starts[table.gap[0] ?? 0] ?? 0;
  const end = starts[(table.gap.at(-1) ?? 0) + 1] ?? text.length;
  const words = comments.length > 0 ? 'This comment ends the table' : 'This empty line ends the table';
  const rest = rows === 1 ? '1 row below it is not read.' : `${rows} rows below it are not read.`;
  const moved = comments.map((index) => (blocks[index]?.text ?? '').trim().replace(/\s+/g, ' ').replaceAll('|', '\\|'));
  const last = table.rows.at(-1);
  const row = last && spanOf(last);
  const isFixable = row !== undefined && row.end <= start;
  const edits: TextEdit[] = [{ span: { start, end }, newText: '' }];
  if (isFixable && moved.length > 0) edits.unshift(intoLastCell(text, row, moved.join(' ')));
  const title = comments.length > 0 ? 'Move the comment into the row above' : 'Remove the empty line';
  const isRemovable = comments.length === 0 || isFixable;
  return {
    rule: 'broken-table',
    span: comments.length > 0 ? trimmedBlock(markdown, first) : { start, end },
    message: message(`${words}; ${rest}`),
    ...(isRemovable && { fixes: [{ title: message(title), edits, isSafe: true }] }),
  };
}

function intoLastCell(text: string, row: Span, comment: string): TextEdit {
  const written = text.slice(row.start, row.end).trimEnd();
  const hasPipe = written.endsWith('|') && !written.endsWith('\\|');
  const at = row.start + written.length - (hasPipe ? 1 : 0);
  const before = /\s$/.test(text.slice(row.start, at)) ? '' : ' ';
  return { span: { start: at, end: at }, newText: `${before}${comment}${hasPipe ? ' ' : ''}` };
}

function trimmedBlock({ blocks, starts }: MarkdownDocument, index: number): Span {
  const start = starts[index] ?? 0;
  return { start, end: start + (blocks[index]?.text.trimEnd().length ?? 0) };
}
