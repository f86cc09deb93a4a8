import type { ReportDocument } from '../kinds/incident-document';
import { reportTemplate, requiredReportSections } from '../kinds/incident-report';
import { insertSection } from '../kinds/section-edits';
import { reportSections } from '../kinds/section-names';
import { readMarkdown } from '../markdown/read-markdown';
import { sectionsOf } from '../markdown/sections';
import { message } from '../model/message';
import { lineEndingOf } from '../model/text';
import { headOf } from './head-of';
import type { DocumentRule, Finding } from './rule';

export const missingSection: DocumentRule = {
  id: 'missing-section',
  scope: 'document',
  summary: 'A resolved report has its standard sections.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'silent',
  *check(document) {
    if (document.kind !== 'incident-report') return;
    const present = new Set(document.sections.map(({ name }) => name));
    for (const name of requiredReportSections) if (!present.has(name)) yield findingOf(document, name);
  },
};

function findingOf(report: ReportDocument, section: string): Finding {
  const body = templateBody(section).replaceAll('\n', lineEndingOf(report.markdown.text));
  return {
    span: headOf(report),
    message: message('The section "{section}" is not here. A resolved report has one.', { section }),
    fixes: [
      {
        kind: 'edit',
        title: message('Insert "{section}"', { section }),
        edits: [insertSection(report, { name: section, body, order: reportSections })],
      },
    ],
  };
}

/** What the built-in template has in this section: a table's header, for example. */
function templateBody(name: string): string {
  const section = templateSections.find(({ title }) => title === name);
  return section === undefined ? '' : reportTemplate.slice(section.bodySpan.start, section.bodySpan.end).trim();
}

const templateSections = sectionsOf(readMarkdown(reportTemplate));
