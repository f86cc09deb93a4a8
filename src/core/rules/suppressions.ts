import type { MarkdownDocument } from '../markdown/markdown-document';
import { lineStartsOf, positionAt } from '../model/text';
import { type NamedRule, readSuppressionComments, type SuppressionComment } from './suppression-comments';
import { pairSuppressions } from './suppression-pairs';

/** What the comments of a document switch off; it remembers which of them did. */
export interface Suppressions {
  /** Whether a finding of this rule that begins at this offset is switched off by a comment. */
  isSuppressed(rule: string, offset: number): boolean;
  /** As `isSuppressed`, where only a comment that names the rule counts. */
  isSuppressedByName(rule: string, offset: number): boolean;
  /** The comments with what has suppressed nothing up to now, in order of place. */
  unused(): readonly UnusedSuppression[];
}

export interface UnusedSuppression {
  readonly comment: SuppressionComment;
  /** Names that suppressed nothing; empty where a comment for all rules did not. */
  readonly rules: readonly NamedRule[];
  /** The comment that ends its stretch and nothing else. */
  readonly partner?: SuppressionComment;
}

/** Stands for all rules. */
const everyRule = '*';

/** Reads the suppression comments once; the answer for a finding takes two look-ups. */
export function suppressionsOf(document: MarkdownDocument): Suppressions {
  const comments = readSuppressionComments(document);
  if (comments.length === 0) return none;
  const lineStarts = lineStartsOf(document.text);
  const { lines, switches, uses } = registerAll(comments, document.text, lineStarts);
  const answer = (rule: string, offset: number, all: string | undefined) => {
    const onLine = lines.get(positionAt(lineStarts, offset).line);
    const use = onLine?.get(rule) ?? (all === undefined ? undefined : onLine?.get(all));
    if (use !== undefined) return markUsed(use);
    const own = lastSwitch(switches.get(rule), offset);
    const every = all === undefined ? undefined : lastSwitch(switches.get(all), offset);
    const last = (every?.at ?? -1) > (own?.at ?? -1) ? every : own;
    return last?.isOff === true && markUsed(last.use);
  };
  return {
    isSuppressed: (rule, offset) => answer(rule, offset, everyRule),
    isSuppressedByName: (rule, offset) => answer(rule, offset, undefined),
    unused: () => unusedOf(comments, uses),
  };
}

function unusedOf(comments: readonly SuppressionComment[], uses: Registered['uses']): readonly UnusedSuppression[] {
  const partners = pairSuppressions(comments);
  return comments.flatMap((comment) => {
    if (comment.extent === 'end') return [];
    const isUnused = (name: string) => uses.get(comment)?.get(name)?.isUsed === false;
    const rules = comment.rules.filter(({ name }) => isUnused(name));
    if (rules.length === 0 && !(comment.rules.length === 0 && isUnused(everyRule))) return [];
    const partner = partners.get(comment);
    return [{ comment, rules, ...(partner && { partner }) }];
  });
}

const none: Suppressions = { isSuppressed: () => false, isSuppressedByName: () => false, unused: () => [] };

/** Whether something was suppressed; comments that say the same of one line share it. */
interface Use {
  isUsed: boolean;
}

function markUsed(use: Use): true {
  use.isUsed = true;
  return true;
}

interface Switch {
  readonly at: number;
  readonly isOff: boolean;
  readonly use: Use;
}

interface Registered {
  readonly lines: ReadonlyMap<number, ReadonlyMap<string, Use>>;
  readonly switches: ReadonlyMap<string, readonly Switch[]>;
  readonly uses: ReadonlyMap<SuppressionComment, ReadonlyMap<string, Use>>;
}

function registerAll(comments: readonly SuppressionComment[], text: string, lineStarts: readonly number[]): Registered {
  const lines = new Map<number, Map<string, Use>>();
  const switches = new Map<string, Switch[]>();
  const uses = new Map<SuppressionComment, Map<string, Use>>();
  const nextLineAfter = nextTextLines(text, lineStarts);
  for (const comment of comments) {
    const { extent, span, rules } = comment;
    const names = rules.length === 0 ? [everyRule] : rules.map(({ name }) => name);
    const own = new Map<string, Use>();
    uses.set(comment, own);
    if (extent === 'line' || extent === 'next-line') {
      const line = extent === 'line' ? positionAt(lineStarts, span.start).line : nextLineAfter(span.end);
      const known = lines.get(line) ?? new Map<string, Use>();
      lines.set(line, known);
      for (const name of names) {
        const use = known.get(name) ?? { isUsed: false };
        known.set(name, use);
        own.set(name, use);
      }
      continue;
    }
    for (const name of names) {
      const use = { isUsed: false };
      const known = switches.get(name) ?? [];
      known.push({ at: span.start, isOff: extent === 'from-here', use });
      switches.set(name, known);
      own.set(name, use);
    }
  }
  return { lines, switches, uses };
}

/** The first line with text below an offset; asked in order, so that each blank line is passed once. */
function nextTextLines(text: string, lineStarts: readonly number[]): (offset: number) => number {
  let next = 0;
  return (offset) => {
    next = Math.max(next, positionAt(lineStarts, offset).line + 1);
    while (next < lineStarts.length && text.slice(lineStarts[next], lineStarts[next + 1]).trim() === '') next++;
    return next;
  };
}

/** The last switch before `offset`, by binary search. */
function lastSwitch(switches: readonly Switch[] | undefined, offset: number): Switch | undefined {
  let low = 0;
  let high = switches?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((switches?.[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return switches?.[low - 1];
}
