import { message } from '../model/message';
import type { DocumentRule } from './rule';

export const analysisSectionInReport: DocumentRule = {
  id: 'analysis-section-in-report',
  scope: 'document',
  summary: 'A report has no section for causes, lessons or follow-up work; the postmortem has.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'information',
  *check({ sections }) {
    let movedUntil = 0;
    for (const { title, level, titleSpan, span } of sections) {
      if (level === 1 || span.start < movedUntil || !isAnalysis(title)) continue;
      movedUntil = span.end;
      yield {
        span: titleSpan,
        message: message('"{title}" is analysis. A report has no such section; the postmortem has.', { title }),
        fixes: [{ kind: 'move-to-postmortem', title: message('Move the section to the postmortem') }],
      };
    }
  },
};

/** Headings of the postmortem and of well-known templates, as {@link plainTitle} gives them. */
const headings = new RegExp(
  `^(?:${[
    '(?:suspected |probable |likely |possible |underlying |proximate )?(?:root )?causes?(?: analysis)?(?: and contributing factors?)?',
    'rca',
    'causal analysis',
    'contributing factors?',
    'contributing causes?',
    'triggers?',
    'why(?: (?:it|this|did|was|were|the) .*| it happened)?',
    '(?:the )?(?:five )?whys',
    'analysis',
    'post[- ]?mortem(?: analysis)?',
    'hypothes[ei]s(?: considered)?',
    'theor(?:y|ies)',
    'controls that did not hold',
    'what went (?:well|badly|wrong|right|poorly)',
    'what (?:could|can) (?:have gone|go|be done) better',
    'what (?:could|can) (?:have been|be) improved',
    'where we (?:got|were) (?:un)?lucky',
    'lessons?(?: learn(?:ed|t))?',
    'learnings?',
    'takeaways?',
    'retrospective',
    'action items?',
    '(?:corrective|preventi(?:ve|on)|follow[- ]?up)(?: (?:and|&|/) (?:corrective|preventi(?:ve|on)))? (?:actions?|measures?|items?|work|tasks?)',
    'follow[- ]?ups?',
    'remediations?(?: (?:items?|actions?|plan))?',
    'preventi(?:on|ve measures)',
    'recommendations?',
    'improvements?',
  ].join('|')})$`,
);

function isAnalysis(title: string): boolean {
  return headings.test(plainTitle(title));
}

/** Without emphasis, numbering and signs around the words: `### **3. Root cause:**` is `root cause`. */
function plainTitle(title: string): string {
  return title
    .slice(0, 120)
    .toLowerCase()
    .replace(/[*_`~]/g, '')
    .replace(/^[^\p{L}]*(?=\p{L})/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .replace(/\s+/g, ' ');
}
