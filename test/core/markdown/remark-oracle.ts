import type { Nodes, Root, RootContent, TableCell } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { maxListDepth } from '../../../src/core/markdown/line-state';
import type { Block, MarkdownDocument } from '../../../src/core/markdown/markdown-document';
import { lineStartsOf } from '../../../src/core/model/text';

/** What two readers must agree on: what each line that is not blank belongs to, and the exact spans of the structure. */
export interface Outline {
  readonly lines: readonly string[];
  readonly headings: readonly string[];
  readonly cells: readonly string[];
  readonly items: readonly string[];
  readonly fences: readonly string[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

export function outlineByRemark(text: string): Outline {
  const outline = emptyOutline(text);
  const root: Root = parser.parse(text);
  const walk: Walk = { text, outline, depth: -1, itemLine: -1 };
  for (const node of root.children) visit(node, walk);
  return { ...outline, items: deepestItems(outline) };
}

interface Walk {
  readonly text: string;
  readonly outline: Growing;
  readonly depth: number;
  /** The line on which the list item around it begins. */
  readonly itemLine: number;
}

type Growing = { [Key in keyof Outline]: string[] };

function emptyOutline(text: string): Growing {
  const starts = lineStartsOf(text);
  const lines = starts.map((start, index) => (text.slice(start, starts[index + 1]).trim() === '' ? 'blank' : 'none'));
  return { lines, headings: [], cells: [], items: [], fences: [] };
}

function visit(node: RootContent, walk: Walk): void {
  if (node.type === 'list') {
    for (const item of node.children) visit(item, { ...walk, depth: walk.depth + 1 });
  } else if (node.type === 'listItem') {
    walk.outline.items.push(`${line(node)}: depth ${walk.depth}`);
    paint(walk.outline, node, 'text');
    for (const child of node.children) visit(child, { ...walk, itemLine: line(node) });
  } else {
    paint(walk.outline, node, record(node, walk));
  }
}

/** What the lines of the node count as; notes its exact spans on the way. */
function record(node: RootContent, { text, outline, itemLine }: Walk): string {
  const isOpening = line(node) === itemLine;
  switch (node.type) {
    case 'heading':
      if (isOpening) return 'text';
      outline.headings.push(`${line(node)}: h${node.depth} ${contentOf(node, text)}`);
      return 'heading';
    case 'table':
      if (isOpening) return 'text';
      for (const row of node.children) {
        for (const cell of row.children) outline.cells.push(`${line(row)}: ${cellText(cell, text)}`);
      }
      return 'table';
    case 'code':
      if (/^[`~]/.test(text.slice(offset(node)))) {
        outline.fences.push(`${line(node)}: ${node.lang ?? ''} ${node.meta ?? ''}`.trim());
      }
      return 'code';
    case 'blockquote':
      return 'quote';
    case 'html':
      return 'html';
    case 'thematicBreak':
      return isOpening ? 'text' : 'break';
    case 'yaml':
      return 'front-matter';
    default:
      return 'text';
  }
}

/** Of the items that begin on one line the innermost, as far as the reader tells depths apart and the line is text. */
function deepestItems(outline: Outline): string[] {
  const depths = new Map<number, number>();
  for (const item of outline.items) {
    const [at = 0, depth = 0] = item.split(': depth ').map(Number);
    if (outline.lines[at] === 'text' || outline.lines[at] === 'blank')
      depths.set(at, Math.min(depth, maxListDepth - 1));
  }
  return [...depths].map(([at, depth]) => `${at}: depth ${depth}`);
}

function offset(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function line(node: Nodes): number {
  return (node.position?.start.line ?? 1) - 1;
}

function paint(outline: Growing, node: Nodes, kind: string): void {
  const last = (node.position?.end.line ?? 1) - (node.position?.end.column === 1 ? 1 : 0);
  for (let index = line(node); index < last; index++) if (outline.lines[index] !== 'blank') outline.lines[index] = kind;
}

function contentOf(node: Extract<RootContent, { type: 'heading' }>, text: string): string {
  const first = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  return first === undefined ? '' : JSON.stringify(text.slice(first, end));
}

/** The position of a cell has the pipe before it, of the last one also the pipe behind it. */
function cellText(cell: TableCell, text: string): string {
  const source = text.slice(offset(cell), cell.position?.end.offset).trim().replace(/^\|/, '');
  return JSON.stringify(source.replace(/(?<!\\)((?:\\\\)*)\|$/, '$1').trim());
}

export function outlineOf(document: MarkdownDocument): Outline {
  const outline = emptyOutline(document.text);
  for (const [index, block] of document.blocks.entries()) {
    const first = document.lines[index] ?? 0;
    for (let at = first; at < first + block.lineCount; at++) {
      if (outline.lines[at] !== 'blank') outline.lines[at] = lineKind(block);
    }
    const content = block.text.slice(block.contentStart, block.contentEnd);
    if (block.kind === 'heading') {
      outline.headings.push(`${first}: h${block.level} ${content === '' ? '' : JSON.stringify(content)}`);
    }
    if (block.kind === 'table-header' || block.kind === 'table-row') {
      for (const cell of block.cells ?? []) {
        outline.cells.push(`${first}: ${JSON.stringify(block.text.slice(cell.start, cell.end))}`);
      }
    }
    if (block.kind === 'list-item') outline.items.push(`${first}: depth ${block.level}`);
    if (block.kind === 'code' && /`{3}|~{3}/.test(block.text.slice(0, block.contentStart))) {
      outline.fences.push(`${first}: ${block.info ?? ''}`.trim());
    }
  }
  return outline;
}

function lineKind(block: Block): string {
  switch (block.kind) {
    case 'table-header':
    case 'table-delimiter':
    case 'table-row':
      return 'table';
    case 'comment':
      return 'html';
    case 'paragraph':
    case 'list-item':
      return 'text';
    case 'thematic-break':
      return 'break';
    default:
      return block.kind;
  }
}

/** Whether the document holds one of the differences that the test lists. */
export function hasKnownDifference({ blocks }: MarkdownDocument): boolean {
  const [first] = blocks;
  if (first?.kind === 'front-matter' ? /^\.\.\./m.test(first.text) : /^---[ \t]*$/m.test(first?.text ?? ''))
    return true;
  return blocks.some((block, index) => {
    const next = blocks[index + 1];
    if (block.kind === 'list-item' && next?.kind === 'table-header') return true;
    if (block.kind === 'list-item' && delimiterLine.test(block.text)) return true;
    if (block.kind === 'paragraph' && farDelimiterLine.test(block.text)) return true;
    if (block.kind === 'quote' && lazyHeader.test(block.text)) return true;
    return isIndentedCode(block) && isTimidItem(next?.kind === 'blank' ? blocks[index + 2] : next);
  });
}

const delimiterLine = /\n[ \t]*[|:-][-|: \t]*$/m;
const farDelimiterLine = /\n(?: {4}|\t)\s*[|:-][-|: \t]*$/m;
const lazyHeader = /\n[ \t]*[^>\s].*\n[ \t]*>[ \t>]*[|:-][-|: \t]*$/m;

/** A list item that could not begin in the middle of a paragraph. */
function isTimidItem(block: Block | undefined): boolean {
  return block?.kind === 'list-item' && !/^\s*(?:[-+*]|1[.)])[ \t]+\S/.test(block.text);
}

function isIndentedCode(block: Block): boolean {
  return block.kind === 'code' && !/`{3}|~{3}/.test(block.text.slice(0, block.contentStart));
}
