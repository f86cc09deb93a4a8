import type { SuppressionComment } from './suppression-comments';

/**
 * For each comment that switches rules off from there on, the one that does nothing but switch the same rules on
 * again. Nothing where another comment comes in between.
 */
export function pairSuppressions(
  comments: readonly SuppressionComment[],
): ReadonlyMap<SuppressionComment, SuppressionComment> {
  const pairs = new Map<SuppressionComment, SuppressionComment>();
  let nextOf = new Map<string, SuppressionComment>();
  let nextForAll: SuppressionComment | undefined;
  let following: SuppressionComment | undefined;
  for (const comment of comments.toReversed()) {
    const { extent, rules } = comment;
    if (extent === 'line' || extent === 'next-line') continue;
    const next = rules.length === 0 ? following : nextOfAll(rules, (name) => nextOf.get(name) ?? nextForAll);
    if (extent === 'from-here' && next?.extent === 'end' && next.rules.length === rules.length)
      pairs.set(comment, next);
    if (rules.length === 0) {
      nextOf = new Map();
      nextForAll = comment;
    } else for (const { name } of rules) nextOf.set(name, comment);
    following = comment;
  }
  return pairs;
}

/** What comes next for all of these rules alike. */
function nextOfAll(
  rules: SuppressionComment['rules'],
  nextFor: (name: string) => SuppressionComment | undefined,
): SuppressionComment | undefined {
  const [first, ...others] = rules.map(({ name }) => nextFor(name));
  return others.every((one) => one === first) ? first : undefined;
}
