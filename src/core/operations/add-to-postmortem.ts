import { OperationError } from '../errors';
import { readDocument } from '../kinds';
import type { DocumentSection, PostmortemDocument, ReportDocument } from '../kinds/incident-document';
import { appendToSection, insertSection, sectionNamed } from '../kinds/section-edits';
import { postmortemSections, type SectionName } from '../kinds/section-names';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { message } from '../model/message';
import { applyEdits, lineEndingOf, type TextEdit } from '../model/text';
import type { Change, DocumentStore } from '../ports';
import { incidentIdOf, linkTo } from '../workspace/incident-places';
import { postmortemText } from './create-postmortem';
import { documentsOf, postmortemPathBeside } from './incident-documents';

export interface PostmortemAddition {
  readonly report: ReportDocument;
  readonly reportPath: string;
  readonly target: SectionName;
  /** Id of the entry or name of the section from which it comes. */
  readonly origin?: string;
  readonly content: string;
  /** Whether `content` is blocks of its own rather than a sentence. */
  readonly isSection: boolean;
  readonly now: number;
}

/** Adds what left a report to the incident's postmortem, which is made where there is none. */
export async function addToPostmortem(
  store: DocumentStore,
  conventions: Conventions,
  addition: PostmortemAddition,
): Promise<{ readonly change: Change; readonly path: string }> {
  const { report, reportPath, now } = addition;
  const incident = incidentIdOf(reportPath, conventions);
  const { postmortem } = await documentsOf(store, conventions, incident);
  if (postmortem !== undefined) {
    const { path, document } = postmortem;
    const edits = [additionEdit(document, path, addition)];
    return { change: { creates: [], edits: [{ path, base: document.markdown.text, edits }] }, path };
  }
  const path = postmortemPathBeside(reportPath);
  if (await store.exists(path))
    throw new OperationError('already-exists', message('{path} is there and is no postmortem.', { path }));
  const text = await postmortemText(store, conventions, { incident, report, reportPath, now });
  const document = readDocument(readMarkdown(text), conventions, 'postmortem');
  const edits = document?.kind === 'postmortem' ? [additionEdit(document, path, addition)] : [];
  return { change: { creates: [{ path, text: applyEdits(text, edits) }], edits: [] }, path };
}

function additionEdit(document: PostmortemDocument, path: string, addition: PostmortemAddition): TextEdit {
  const body = additionText(document, path, addition);
  const section = sectionNamed(document, addition.target);
  if (section === undefined) return insertSection(document, { name: addition.target, body, order: postmortemSections });
  if (!addition.isSection && endsInListItem(document, section)) return afterListItem(document, section, body);
  return appendToSection(document, section, body);
}

function additionText(document: PostmortemDocument, path: string, addition: PostmortemAddition): string {
  const { reportPath, origin, content, isSection } = addition;
  const from = `From [the report](${linkTo(path, reportPath)})${origin === undefined ? '' : `, ${origin}`}:`;
  if (!isSection) return `- ${from} ${content}`;
  const eol = lineEndingOf(document.markdown.text);
  return content === '' ? from : [from, '', ...content.split(/\r\n?|\n/)].join(eol);
}

function lastBlock({ markdown: { blocks } }: PostmortemDocument, { block, endBlock }: DocumentSection): number {
  let last = endBlock - 1;
  while (last > block && blocks[last]?.kind === 'blank') last--;
  return last;
}

function endsInListItem(document: PostmortemDocument, section: DocumentSection): boolean {
  return document.markdown.blocks[lastBlock(document, section)]?.kind === 'list-item';
}

/** Right below the list's last item, so that the list stays one. */
function afterListItem(document: PostmortemDocument, section: DocumentSection, item: string): TextEdit {
  const { text, starts } = document.markdown;
  const eol = lineEndingOf(text);
  const at = starts[lastBlock(document, section) + 1] ?? text.length;
  const isOpenEnd = at === text.length && !/[\r\n]$/.test(text);
  return { span: { start: at, end: at }, newText: isOpenEnd ? eol + item : item + eol };
}
