import type { ReportDocument } from '../kinds/incident-document';
import { insertSection } from '../kinds/section-edits';
import { reportSections } from '../kinds/section-names';
import { message } from '../model/message';
import { headOf } from './head-of';
import { requiredSections } from './required-sections';
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
    for (const name of requiredSections) if (!present.has(name)) yield findingOf(document, name);
  },
};

function findingOf(report: ReportDocument, section: string): Finding {
  return {
    span: headOf(report),
    message: message('The section "{section}" is not here. A resolved report has one.', { section }),
    fixes: [
      {
        kind: 'edit',
        title: message('Insert "{section}"', { section }),
        edits: [insertSection(report, { name: section, body: '', order: reportSections })],
      },
    ],
  };
}
