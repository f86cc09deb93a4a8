import type { Block, MarkdownDocument } from '../markdown/markdown-document';
import { blockAt } from '../markdown/places';
import type { Conventions } from '../model/conventions';
import { entryKinds } from '../model/entry-kind';
import { actionStatuses, actionTypes, causeRoles, commitRelations, incidentStatuses } from '../model/incident';
import type { Span } from '../model/text';
import type { Completion, PlaceHover } from './completion';
import type { IncidentDocument } from './incident-document';
import { kindNames, readKind } from './read-entry';
import { timelineColumnOf } from './timeline-columns';

/** What may stand in a timeline's cell of kind or system, an action's type or status, a cause's fields. */
export function cellCompletionsAt(
  { markdown, kind }: Pick<IncidentDocument, 'markdown' | 'kind'>,
  offset: number,
  conventions: Conventions,
): readonly Completion[] {
  const cell = cellAt(markdown, offset);
  if (cell === undefined) return kind === 'postmortem' ? fieldCompletions(markdown, offset) : [];
  const words = wordsFor(kind, cell.header, conventions);
  const isList = timelineColumnOf(cell.header) === 'system';
  const span = isList ? lastItem(markdown.text, cell.span, offset) : cell.span;
  return words.map(({ name, definition }) => completion(name, span, definition));
}

/** The definition of the kind in a timeline's cell. */
export function cellHoverAt(
  { markdown, kind }: Pick<IncidentDocument, 'markdown' | 'kind'>,
  offset: number,
  conventions: Conventions,
): PlaceHover | undefined {
  const cell = cellAt(markdown, offset);
  if (kind !== 'incident-report' || cell === undefined || timelineColumnOf(cell.header) !== 'kind') return undefined;
  const written = markdown.text.slice(cell.span.start, cell.span.end);
  const name = readKind(written, kindNames(conventions)).kindName;
  const found = [...entryKinds, ...conventions.entryKinds].find((item) => item.name.toLowerCase() === name);
  return found === undefined || found.definition === '' ? undefined : { span: cell.span, text: found.definition };
}

interface NamedWords {
  readonly name: string;
  readonly definition?: string;
}

function wordsFor(kind: IncidentDocument['kind'], header: string, conventions: Conventions): readonly NamedWords[] {
  if (kind === 'postmortem') return (actionWords[header.toLowerCase()] ?? []).map((name) => ({ name }));
  const column = timelineColumnOf(header);
  if (column === 'system') return conventions.systems.map(({ name }) => ({ name }));
  if (column !== 'kind') return [];
  const values = [
    ...conventions.severities.map(({ name, test }) => ({ name: `severity ${name}`, definition: test })),
    ...incidentStatuses.map((status) => ({ name: `status ${status}` })),
    ...conventions.roles.map((role) => ({ name: `role ${role}` })),
  ];
  const plain = entryKinds.filter(({ value }) => value === undefined);
  return [...plain, ...conventions.entryKinds, ...values];
}

const actionWords: Readonly<Record<string, readonly string[]>> = { type: actionTypes, status: actionStatuses };

interface CellPlace {
  readonly header: string;
  /** The cell's trimmed content. */
  readonly span: Span;
}

/** The cell that holds `offset`, also one that is still being typed at the end of a row. */
function cellAt(markdown: MarkdownDocument, offset: number): CellPlace | undefined {
  const { text, blocks, starts } = markdown;
  const index = blockAt(markdown, offset === text.length ? offset - 1 : offset);
  const header = blocks[index]?.kind === 'table-row' ? headerOf(blocks, index) : undefined;
  if (header === undefined) return undefined;
  const start = starts[index] ?? 0;
  const line = blocks[index]?.text.replace(/[\r\n]+$/, '') ?? '';
  const pipes = [...line.matchAll(/\\.|\|/gs)].filter(([sign]) => sign === '|').map((match) => start + match.index);
  const first = line.trimStart().startsWith('|') ? 1 : 0;
  const before = pipes.filter((pipe) => pipe < offset).length;
  const column = before - first;
  const cell = header.cells?.[column];
  if (cell === undefined) return undefined;
  let from = before === 0 ? start : (pipes[before - 1] ?? start) + 1;
  let to = pipes[before] ?? start + line.length;
  while (from < to && from < offset && /\s/.test(text.charAt(from))) from++;
  while (to > from && to > offset && /\s/.test(text.charAt(to - 1))) to--;
  return { header: header.text.slice(cell.start, cell.end), span: { start: from, end: Math.max(from, to) } };
}

function headerOf(blocks: readonly Block[], row: number): Block | undefined {
  for (let index = row; index >= 0; index--) {
    const block = blocks[index];
    if (block?.kind === 'table-header') return block;
    if (block?.kind !== 'table-row' && block?.kind !== 'table-delimiter' && block?.kind !== 'conflict-marker') break;
  }
  return undefined;
}

/** The item of a list of names at the cursor. */
function lastItem(text: string, span: Span, offset: number): Span {
  const before = text.slice(span.start, offset);
  const start = span.start + before.lastIndexOf(',') + 1;
  const blanks = /^\s*/.exec(text.slice(start, offset))?.[0].length ?? 0;
  const comma = text.slice(offset, span.end).indexOf(',');
  return { start: start + blanks, end: comma < 0 ? span.end : offset + comma };
}

/** `- Role:`, `- Confidence:` and the relation in `- Commits:` of a cause. */
function fieldCompletions(markdown: MarkdownDocument, offset: number): readonly Completion[] {
  const { text, blocks, starts } = markdown;
  const index = blockAt(markdown, Math.max(0, offset - 1));
  const block = blocks[index];
  if (block?.kind !== 'list-item') return [];
  const start = (starts[index] ?? 0) + block.contentStart;
  const before = text.slice(start, offset);
  const match = /^[*_]*(role|confidence|commits?)[*_]*:[*_]*[ \t]*/i.exec(before);
  if (match === null) return [];
  const key = match[1]?.toLowerCase();
  const span = { start: start + match[0].length, end: Math.max(offset, start + block.contentEnd - block.contentStart) };
  if (key === 'role') return causeRoles.map((name) => completion(name, span));
  if (key === 'confidence') return ['high', 'medium', 'low'].map((name) => completion(name, span));
  const item = lastItem(text, span, offset);
  if (!/^[a-z]*$/i.test(text.slice(item.start, offset))) return [];
  const word = {
    start: item.start,
    end: item.start + (/^[a-z]*/i.exec(text.slice(item.start, item.end))?.[0].length ?? 0),
  };
  return commitRelations.map((name) => completion(name, word));
}

function completion(name: string, span: Span, definition?: string): Completion {
  const documentation = definition === undefined || definition === '' ? {} : { documentation: definition };
  return { label: name, insert: name, span, kind: 'value', ...documentation };
}
