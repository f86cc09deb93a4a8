import type { DocumentSection, PostmortemDocument, ReportDocument } from '../kinds/incident-document';
import { appendToSection, insertSection, sectionNamed } from '../kinds/section-edits';
import { postmortemSections, type SectionName } from '../kinds/section-names';
import type { Conventions } from '../model/conventions';
import { lineEndingOf, type TextEdit } from '../model/text';
import type { DocumentStore } from '../ports';
import { linkTo } from '../workspace/incident-places';
import { type EditedPostmortem, editPostmortem } from './edit-postmortem';

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
export function addToPostmortem(
  store: DocumentStore,
  conventions: Conventions,
  addition: PostmortemAddition,
): Promise<EditedPostmortem> {
  const { report, reportPath, now } = addition;
  return editPostmortem(store, conventions, {
    report,
    reportPath,
    now,
    editsOf: (document, path) => [additionEdit(document, path, addition)],
  });
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

export function endsInListItem(document: PostmortemDocument, section: DocumentSection): boolean {
  return document.markdown.blocks[lastBlock(document, section)]?.kind === 'list-item';
}

/** Right below the list's last item, so that the list stays one. */
export function afterListItem(document: PostmortemDocument, section: DocumentSection, item: string): TextEdit {
  const { text, starts } = document.markdown;
  const eol = lineEndingOf(text);
  const at = starts[lastBlock(document, section) + 1] ?? text.length;
  const isOpenEnd = at === text.length && !/[\r\n]$/.test(text);
  return { span: { start: at, end: at }, newText: isOpenEnd ? eol + item : item + eol };
}
