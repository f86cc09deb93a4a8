import type { CommitCitation } from '../model/cause';
import { type CommitRelation, commitRelations } from '../model/incident';
import type { Span } from '../model/text';

/** Citations such as ``introduced `a1b2c3d`, exposed payments@`9f8e7d6` ``, with or without code signs and commas. */
export function readCommits(text: string, span: Span): readonly CommitCitation[] {
  const citations: CommitCitation[] = [];
  const written = text.slice(span.start, span.end).replace(linkTarget, (target) => ' '.repeat(target.length));
  for (const match of written.matchAll(citation)) {
    const [whole, relationWord, between = '', repository, codeAfterRepository = '', hash = ''] = match;
    const isMarked = whole.includes('`') || repository !== undefined || relationWord !== undefined;
    // Words such as "defaced" are hexadecimal too; unmarked, a hash has a digit.
    if (!isMarked && !/\d/.test(hash)) continue;
    const start = span.start + match.index;
    const relationSpan = relationWord === undefined ? undefined : { start, end: start + relationWord.length };
    const from = start + (relationWord?.length ?? 0) + between.length;
    const length = (repository === undefined ? 0 : repository.length + 1) + codeAfterRepository.length + hash.length;
    const closing =
      repository !== undefined && codeAfterRepository !== '' && text.charAt(from + length) === '`' ? 1 : 0;
    citations.push({
      relation: relationOf(relationWord),
      ...(relationSpan && { relationSpan }),
      hash: hash.toLowerCase(),
      ...(repository !== undefined && { repository }),
      span: { start: from, end: from + length + closing },
    });
  }
  return citations;
}

const relations = commitRelations.join('|');
const citation = new RegExp(
  `(?<![\\w@/-])(?:(${relations})(?=[\\s:\`]))?((?:\\s+by)?[\\s:]*[[\`]*)(?:([A-Za-z0-9][\\w.-]{0,99})@)?(\`?)([0-9a-f]{7,40})(?![\\w@/-])`,
  'gi',
);

const linkTarget = /\]\([^)\n]*\)/g;

function relationOf(word: string | undefined): CommitRelation {
  const lower = word?.toLowerCase();
  return commitRelations.find((relation) => relation === lower) ?? 'introduced';
}
