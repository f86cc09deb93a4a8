import type { Cue } from '../language/cue';
import { namelessWords } from '../language/lexicon/people-classes';
import type { Prose } from '../language/prose';
import { message } from '../model/message';
import { cueFindings } from './cue-findings';
import type { Fix, LanguageRule } from './rule';

/** A person or team as the cause. Its lexicon is `core/language/lexicon/blame-*.ts`. */
export const blame: LanguageRule = {
  id: 'blame',
  summary: 'A person as the cause ends the analysis; the conditions that made the act reasonable can be changed.',
  severity: 'warning',
  appliesTo: ['postmortem'],
  scope: 'prose',
  check: (prose, context) =>
    cueFindings(prose, context, {
      category: 'blame',
      message: () =>
        message(
          'A person stands as the cause here. What made the act reasonable at the time, and what let it take effect?',
        ),
      fixes: (cue) => (context.language === 'en' ? roleFix(cue, prose) : []),
    }),
};

/** The name is taken out; which role it was, the writer knows. */
function roleFix({ span }: Cue, { text, block, sentences }: Prose): readonly Fix[] {
  if (block.kind === 'heading') return [];
  const [word = ''] = /^@?[A-Z][a-z]+/.exec(text.slice(span.start, span.end)) ?? [];
  const [before = ''] = /@?[A-Z][a-z]+(?=(?: had| have| has)? $)/.exec(text.slice(0, span.start)) ?? [];
  const name = isName(word) ? word : before;
  if (!isName(name)) return [];
  const start = name === word ? span.start : text.lastIndexOf(name, span.start - 1);
  const sentence = sentences.find((one) => one.start <= start && start < one.end);
  const opens = !/[A-Za-z]/.test(text.slice(sentence?.start ?? 0, start));
  return [
    {
      kind: 'edit',
      title: message('Replace the name by a role'),
      edits: [{ span: { start, end: start + name.length }, newText: opens ? 'The ⟨role⟩' : 'the ⟨role⟩' }],
    },
  ];
}

function isName(word: string): boolean {
  return word !== '' && !namelessWords.has(word.replace('@', '').toLowerCase());
}
