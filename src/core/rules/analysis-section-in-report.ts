import type { DocumentSection } from '../kinds/incident-document';
import type { SectionName } from '../kinds/section-names';
import { message } from '../model/message';
import type { DocumentRule } from './rule';

export const analysisSectionInReport: DocumentRule = {
  id: 'analysis-section-in-report',
  scope: 'document',
  summary: 'A report has no section for causes, lessons or follow-up work; the postmortem has.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'information',
  coversLanguage: true,
  *check({ sections }) {
    let movedUntil = 0;
    for (const section of sections) {
      const { title, level, titleSpan, span } = section;
      if (level === 1 || span.start < movedUntil || !isAnalysis(section)) continue;
      movedUntil = span.end;
      yield {
        span: titleSpan,
        message: message('"{title}" is analysis. A report has no such section; the postmortem has.', { title }),
        fixes: [{ kind: 'move-to-postmortem', title: message('Move the section to the postmortem') }],
      };
    }
  },
};

/** Standard sections of a postmortem that hold no facts; `Executive summary` and `What happened` may. */
const analysis: ReadonlySet<string> = new Set<SectionName>([
  'Root causes and contributing factors',
  'Controls that did not hold',
  'What went well',
  'What went badly',
  'Where we got lucky',
  'Hypotheses considered',
  'Corrective and preventive actions',
  'Lessons',
]);

/** Names of such sections that a report may use for what was done and checked. */
const factual = /^\W*(?:investigation|actions?)\W*$/i;

/** Further headings of analysis, after the signs before them. */
const further =
  /^[^\p{L}]*(?:(?:suspected|probable|likely|possible|underlying|proximate|root) (?:root )?causes?|root cause analysis|why|rca|causal analysis|recommendations?|retrospective|post-?mortem|hypothesis|action items?|follow-?up (?:work|measures))(?![\p{L}\p{N}-])/iu;

function isAnalysis({ title, name }: DocumentSection): boolean {
  if (name !== undefined && analysis.has(name)) return !factual.test(title);
  return name === undefined && further.test(title.slice(0, 120));
}
