import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import { utcDay } from '../model/read-stamp';
import { type FrontMatter, textOf } from './front-matter';
import type { IncidentDocument } from './incident-document';
import { readReport, reportSections, reportTemplate, requiredReportSections } from './incident-report';
import { postmortemSections, postmortemTemplate, readPostmortem, requiredPostmortemSections } from './postmortem';
import { readFrontMatter } from './read-front-matter';

export interface DocumentKind {
  readonly id: DocumentKindId;
  /** Name of the file in the incident's folder. */
  readonly fileName: string;
  /** Standard headings in order. */
  readonly sections: readonly string[];
  readonly requiredSections: readonly string[];
  /** Text of a new document, with `⟨title⟩` where the title goes. */
  readonly template: string;
  read(
    markdown: MarkdownDocument,
    frontMatter: FrontMatter,
    context: { readonly conventions: Conventions; readonly day?: number },
  ): IncidentDocument;
}

export const documentKinds: Readonly<Record<DocumentKindId, DocumentKind>> = {
  'incident-report': {
    id: 'incident-report',
    fileName: 'report.md',
    sections: reportSections,
    requiredSections: requiredReportSections,
    template: reportTemplate,
    read: readReport,
  },
  postmortem: {
    id: 'postmortem',
    fileName: 'postmortem.md',
    sections: postmortemSections,
    requiredSections: requiredPostmortemSections,
    template: postmortemTemplate,
    read: readPostmortem,
  },
};

/**
 * Reads a document as the kind its `type` says, or as `as` where that is given; nothing where it is neither.
 * `day` is the UTC day by which times without any date go, such as {@link dayOfIncidentId}.
 */
export function readDocument(
  markdown: MarkdownDocument,
  conventions: Conventions,
  as?: DocumentKindId,
  day?: number,
): IncidentDocument | undefined {
  const frontMatter = readFrontMatter(markdown);
  const id = as ?? kindOfFrontMatter(frontMatter);
  if (id === undefined) return undefined;
  return documentKinds[id].read(markdown, frontMatter, { conventions, ...(day !== undefined && { day }) });
}

export function kindOfFrontMatter(frontMatter: FrontMatter): DocumentKindId | undefined {
  const type = textOf(frontMatter, 'type')?.toLowerCase();
  return type === 'incident-report' || type === 'postmortem' ? type : undefined;
}

/** Midnight UTC of the date that an incident's id begins with. */
export function dayOfIncidentId(id: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:-|$)/.exec(id);
  return match === null ? undefined : utcDay(Number(match[1]), Number(match[2]), Number(match[3]));
}
