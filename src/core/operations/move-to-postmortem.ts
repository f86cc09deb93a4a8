import { OperationError } from '../errors';
import { readDocument } from '../kinds';
import type { IncidentDocument, ReportDocument } from '../kinds/incident-document';
import { type SectionName, sectionNameOf } from '../kinds/section-names';
import { splitExplanation } from '../language/clauses';
import { proseOf } from '../language/prose';
import { blockAt } from '../markdown/places';
import { readMarkdown } from '../markdown/read-markdown';
import { sectionsOf } from '../markdown/sections';
import type { Conventions } from '../model/conventions';
import { message } from '../model/message';
import type { Span, TextEdit } from '../model/text';
import type { Change, DocumentStore } from '../ports';
import { languageOf } from '../rules/language-of';
import { addToPostmortem } from './add-to-postmortem';
import { removeSentence, sentenceAt, sentenceText } from './sentence-place';

export interface MoveRequest {
  readonly reportPath: string;
  /** A finding's cue, or the heading of an analysis section. */
  readonly span: Span;
  readonly now: number;
}

export interface Moved {
  readonly change: Change;
  /** Number of sentences moved. */
  readonly moved: number;
  readonly postmortemPath: string;
}

/** Keeps the observation in the report and moves its explanation to the postmortem, with a link back. */
export async function moveToPostmortem(
  store: DocumentStore,
  conventions: Conventions,
  { reportPath, span, now }: MoveRequest,
): Promise<Moved> {
  const text = await store.read(reportPath);
  const report = text === undefined ? undefined : readDocument(readMarkdown(text), conventions, 'incident-report');
  if (text === undefined || report?.kind !== 'incident-report')
    throw new OperationError('not-found', message('{path} is no longer there.', { path: reportPath }));
  const removal = removalAt(report, span, conventions);
  if (removal === undefined)
    throw new OperationError('not-found', message('There is no sentence here that could be moved.'));
  const { change, path } = await addToPostmortem(store, conventions, { ...removal, report, reportPath, now });
  const edits = [...change.edits, { path: reportPath, base: text, edits: [removal.edit] }];
  return { change: { ...change, edits }, moved: removal.moved, postmortemPath: path };
}

/** What leaves the report, and what is to be said of it in the postmortem. */
export interface Removal {
  readonly edit: TextEdit;
  readonly moved: number;
  /** Markdown, without the escapes of a table. */
  readonly content: string;
  /** Whether `content` is blocks of its own rather than a sentence. */
  readonly isSection: boolean;
  /** Section of the postmortem to which it goes. */
  readonly target: SectionName;
  /** Id of the entry or name of the section from which it comes. */
  readonly origin?: string;
}

function removalAt(report: ReportDocument, span: Span, conventions: Conventions): Removal | undefined {
  const { markdown } = report;
  const index = blockAt(markdown, span.start);
  const block = markdown.blocks[index];
  if (block === undefined) return undefined;
  return block.kind === 'heading' ? sectionRemoval(report, index) : sentenceRemoval(report, span, conventions);
}

/** Only English sentences are parted; others move whole. */
function sentenceRemoval(report: ReportDocument, span: Span, conventions: Conventions): Removal | undefined {
  const place = sentenceAt(report, span.start);
  if (place === undefined) return undefined;
  const { prose, start } = place;
  const cue = { start: span.start - start, end: span.end - start };
  const isEnglish = languageOf(report, conventions) === 'en';
  const split = isEnglish ? splitExplanation(prose, cue, conventions.lint) : undefined;
  const keep = split?.keep.join(' ') ?? '';
  const { sentence } = split ?? place;
  const kept = { span: { start: start + sentence.start, end: start + sentence.end }, newText: keep };
  const origin = originOf(report, span.start);
  return {
    edit: keep === '' ? removeSentence(report, place) : kept,
    moved: 1,
    content: sentenceText(place),
    isSection: false,
    target: 'Hypotheses considered',
    ...(origin !== undefined && { origin }),
  };
}

/** Sections that a postmortem keeps as plain prose go under the same heading there. */
const plainSections: ReadonlySet<string> = new Set<SectionName>([
  'What went well',
  'What went badly',
  'Where we got lucky',
  'Lessons',
]);

function sectionRemoval(report: ReportDocument, index: number): Removal | undefined {
  const { markdown } = report;
  const section = sectionsOf(markdown).find(({ block }) => block === index);
  // The title is the document's own heading; moving it would move everything.
  if (section === undefined || section.level === 1) return undefined;
  const content = markdown.text.slice(section.bodySpan.start, section.bodySpan.end).trim();
  const blocks = markdown.blocks.slice(index + 1, section.endBlock);
  const sentences = blocks.reduce((sum, block) => sum + (proseOf(block)?.sentences.length ?? 0), 0);
  const name = sectionNameOf(section.title);
  return {
    edit: { span: withoutGap(report, section.span), newText: '' },
    moved: Math.max(1, sentences),
    content,
    isSection: true,
    target: name !== undefined && plainSections.has(name) ? name : 'Hypotheses considered',
    origin: section.title,
  };
}

/** At the end of the text the blank line above goes too. */
function withoutGap({ markdown: { text } }: IncidentDocument, { start, end }: Span): Span {
  if (end < text.length) return { start, end };
  let from = start;
  while (/[\r\n]$/.test(text.slice(0, from)) && /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, from - 100), from))) {
    from = text.lastIndexOf('\n', from - 2) + 1;
  }
  return { start: from, end };
}

/** The entry that stands at `offset`, else the section around it. */
export function originOf({ entries, sections }: ReportDocument, offset: number): string | undefined {
  const entry = entries.find(({ span }) => span.start <= offset && offset < span.end);
  if (entry?.id !== undefined) return entry.id.text;
  const section = sections.filter(({ span, level }) => level > 1 && span.start <= offset && offset < span.end).at(-1);
  return section?.title;
}
