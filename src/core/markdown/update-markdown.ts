import { BlockCursor } from './block-cursor';
import type { Block, MarkdownDocument, TextChange } from './markdown-document';
import { readBlock } from './read-block';

/**
 * Equal to a full read of the changed text. It re-reads from the first block that a change can reach until offset and
 * state are those of a former block; all blocks outside stay the same objects.
 */
export function updateMarkdown(previous: MarkdownDocument, changes: readonly TextChange[]): MarkdownDocument {
  if (changes.length === 0) return previous;
  const sorted = [...changes].reverse().sort((a, b) => a.start - b.start || a.end - b.end);
  const text = applyChanges(previous.text, sorted);
  return new Update(previous, sorted, text).run();
}

function applyChanges(text: string, sorted: readonly TextChange[]): string {
  let result = '';
  let offset = 0;
  for (const { start, end, newText } of sorted) {
    result += text.slice(offset, start) + newText;
    offset = end;
  }
  return result + text.slice(offset);
}

/** Blocks that end this many blocks before a change can still depend on it (see `readBlock`). */
const reach = 2;

interface Part {
  readonly blocks: Block[];
  readonly starts: number[];
  readonly lines: number[];
  readonly states: number[];
}

function emptyPart(): Part {
  return { blocks: [], starts: [], lines: [], states: [] };
}

class Update {
  private readonly previous: MarkdownDocument;
  private readonly changes: readonly TextChange[];
  private readonly cursor: BlockCursor;
  /** What the result is made of: former stretches and fresh ones in turn, the last of them fresh. */
  private readonly parts: Part[] = [emptyPart()];
  /** The first change that does not lie before the cursor, and how far the passed ones moved what is behind them. */
  private pending = 0;
  private moved = 0;
  /** Index of the former block that begins where the cursor stands, in the same state; -1 where none does. */
  private former = 0;
  private searched = 0;
  private line = 0;

  constructor(previous: MarkdownDocument, changes: readonly TextChange[], text: string) {
    this.previous = previous;
    this.changes = changes;
    this.cursor = new BlockCursor(text);
  }

  run(): MarkdownDocument {
    const { cursor, parts } = this;
    let isFirst = hasOpenFrontMatter(this.previous);
    while (!cursor.isAtEnd) {
      if (isFirst || this.former < 0 || !this.keep()) this.read();
      isFirst = false;
    }
    return {
      text: cursor.text,
      blocks: joined(parts.map((part) => part.blocks)),
      starts: joined(parts.map((part) => part.starts)),
      lines: joined(parts.map((part) => part.lines)),
      states: joined(parts.map((part) => part.states)),
      memory: this.previous.memory,
    };
  }

  /** Takes over the former blocks up to the next one that a change can reach. */
  private keep(): boolean {
    const { previous, former, moved, cursor } = this;
    const change = this.changes[this.pending];
    const until = change === undefined ? previous.blocks.length : blockAt(previous.starts, change.start) - reach;
    if (until <= former) return false;
    const movedLines = this.line - (previous.lines[former] ?? 0);
    this.parts.push({
      blocks: previous.blocks.slice(former, until),
      starts: shifted(previous.starts, former, until, moved),
      lines: shifted(previous.lines, former, until, movedLines),
      states: previous.states.slice(former, until),
    });
    this.parts.push(emptyPart());
    this.former = until;
    cursor.end = (previous.starts[until] ?? previous.text.length) + moved;
    cursor.state = previous.states[until] ?? cursor.state;
    this.line = (previous.lines[until] ?? 0) + movedLines;
    return true;
  }

  private read(): void {
    const { cursor, line, previous } = this;
    const { end, state } = cursor;
    const block = readBlock(cursor);
    const former = previous.blocks[this.former];
    const isKept = former !== undefined && isSame(former, block);
    const fresh = this.parts.at(-1) ?? emptyPart();
    fresh.blocks.push(isKept ? former : { ...block, text: ownText(block.text) });
    fresh.starts.push(end);
    fresh.lines.push(line);
    fresh.states.push(state);
    this.line += block.lineCount;
    this.meet();
  }

  /** Looks for the former block that begins where the cursor stands now. */
  private meet(): void {
    const { cursor, previous, changes } = this;
    let change = changes[this.pending];
    while (change !== undefined && change.start + this.moved + change.newText.length <= cursor.end) {
      this.moved += change.newText.length - (change.end - change.start);
      change = changes[++this.pending];
    }
    const offset = cursor.end - this.moved;
    this.former = -1;
    if (change !== undefined && change.start < offset) return;
    while ((previous.starts[this.searched] ?? Number.POSITIVE_INFINITY) < offset) this.searched++;
    const isFormer = previous.starts[this.searched] === offset && previous.states[this.searched] === cursor.state;
    if (isFormer) this.former = this.searched;
  }
}

/** A first line `---` without its counterpart: any later line may become it. */
function hasOpenFrontMatter({ blocks: [first] }: MarkdownDocument): boolean {
  return first?.kind === 'thematic-break' && first.text.startsWith('---', first.text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Concatenation in groups, as a call takes only so many arguments; `flat` would be a hundred times slower. */
function joined<T>(parts: readonly T[][]): T[] {
  if (parts.length <= 1000) return ([] as T[]).concat(...parts);
  const groups: T[][] = [];
  for (let from = 0; from < parts.length; from += 1000) groups.push(joined(parts.slice(from, from + 1000)));
  return joined(groups);
}

function shifted(offsets: readonly number[], from: number, until: number, by: number): number[] {
  const result = offsets.slice(from, until);
  if (by !== 0) for (let index = 0; index < result.length; index++) result[index] = (result[index] ?? 0) + by;
  return result;
}

/** Index of the block that holds `offset`. */
function blockAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Cells and info follow from kind and text. */
function isSame(a: Block, b: Block): boolean {
  return (
    a.kind === b.kind &&
    a.level === b.level &&
    a.contentStart === b.contentStart &&
    a.contentEnd === b.contentEnd &&
    a.text === b.text
  );
}

/** A copy, because a slice would keep the whole version of the document alive that it was cut from. */
function ownText(slice: string): string {
  return `${slice} `.slice(0, -1);
}
