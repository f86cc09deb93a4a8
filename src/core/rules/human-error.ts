import type { Cue } from '../language/cue';
import type { Prose } from '../language/prose';
import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { Finding, Fix, LanguageRule } from './rule';

/** A person's slip as the event. Its lexicon is `core/language/lexicon/human-error.ts`. */
export const humanError: LanguageRule = {
  id: 'human-error',
  summary: 'A slip is where the questions begin: what made the act look right, and what let it take effect?',
  severity: 'warning',
  appliesTo: ['postmortem'],
  scope: 'prose',
  *check(prose, context): Iterable<Finding> {
    const findings = cueFindings(prose, context, {
      category: 'human-error',
      message: (cue) => message('"{cue}" ends the question. What let one act take effect?', { cue }),
      fixes: (cue) => (context.language === 'en' ? questionsFix(cue, prose) : []),
    });
    // Where the questions stand, the rule has nothing to add.
    const asked = prose.block.text.indexOf(questions);
    for (const finding of findings) if (asked < finding.span.end) yield finding;
  },
};

const questions = '<!-- What made this act look right at the time? What let it take effect? -->';

/** In a heading the comment would become part of the section's name. */
function questionsFix({ span }: Cue, prose: Prose): readonly Fix[] {
  if (prose.block.kind === 'heading') return [];
  const sentence = prose.sentences.find(({ start, end }) => start <= span.start && span.end <= end);
  if (sentence === undefined) return [];
  const end = trimmedEnd(prose.block.text, sentence.end);
  return [
    {
      kind: 'edit',
      title: message('Insert the questions as a comment'),
      edits: [{ span: { start: end, end }, newText: ` ${questions}` }],
    },
  ];
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}
