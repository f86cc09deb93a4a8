import { nearest } from '../kinds/near';
import { type Message, message } from '../model/message';
import { lineStartsOf, type TextEdit } from '../model/text';
import { removeComment } from './remove-comment';
import type { Finding, Fix, SuppressionRule } from './rule';
import type { Extent, NamedRule, SuppressionComment } from './suppression-comments';
import type { UnusedSuppression } from './suppressions';

export const unusedSuppression: SuppressionRule = {
  id: 'unused-suppression',
  scope: 'suppression',
  summary: 'A suppression comment suppresses something.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  *check(unused, { text, ruleIds }) {
    if (unused.length === 0) return;
    const known = new Set(ruleIds);
    let searches = maxSearches;
    const lineStarts = lineStartsOf(text);
    const remove = ({ span }: SuppressionComment) => removeComment(text, lineStarts, span);
    for (const one of unused) {
      const { comment, rules } = one;
      if (rules.length === comment.rules.length && rules.every(({ name }) => known.has(name))) {
        yield { span: comment.span, message: wordsFor(comment.extent, rules), fixes: [removeWhole(one, remove)] };
      } else if (rules.length > maxNames) {
        yield crowdFinding(one, remove);
      } else {
        for (const rule of rules) {
          const isRule = known.has(rule.name);
          const near = isRule || searches-- <= 0 ? undefined : nearest(rule.name, ruleIds);
          yield isRule ? idleFinding(rule, one, remove) : unknownFinding(rule, one, { remove, near });
        }
      }
    }
  },
};

type Remove = (comment: SuppressionComment) => TextEdit;

function wordsFor(extent: Extent, rules: readonly NamedRule[]): Message {
  const place = places[extent];
  if (rules.length === 0) return message(`Nothing to suppress ${place}.`);
  return message(`Nothing to suppress ${place}: {rules}.`, { rules: rules.map(({ name }) => name).join(', ') });
}

const places: Readonly<Record<Extent, string>> = {
  line: 'in this line',
  'next-line': 'in the next line',
  'from-here': 'from here on',
  end: 'here',
};

/** More of one comment are one finding. */
const maxNames = 3;

function crowdFinding(unused: UnusedSuppression, remove: Remove): Finding {
  const { comment, rules } = unused;
  const idle = new Set(rules.map(({ span }) => span.start));
  const kept = comment.rules.filter(({ span }) => !idle.has(span.start)).map(({ name }) => name);
  const { start = comment.span.start } = comment.rules[0]?.span ?? {};
  const { end = start } = comment.rules.at(-1)?.span ?? {};
  const edits = kept.length === 0 ? [remove(comment)] : [{ span: { start, end }, newText: kept.join(', ') }];
  return {
    span: { start, end },
    message: message('{count} of the names here suppress nothing.', { count: rules.length }),
    fixes: [{ kind: 'edit', title: message('Remove them'), edits }],
  };
}

/** Names of no rule for which a near one is looked for, so that a list of thousands stays cheap. */
const maxSearches = 100;

function idleFinding(rule: NamedRule, unused: UnusedSuppression, remove: Remove): Finding {
  return {
    span: rule.span,
    message: wordsFor(unused.comment.extent, [rule]),
    fixes: [removeRule(rule, unused, remove)],
  };
}

function unknownFinding(
  rule: NamedRule,
  unused: UnusedSuppression,
  { remove, near }: { readonly remove: Remove; readonly near: string | undefined },
): Finding {
  const { name, span } = rule;
  // A slip of the pen may well have meant a rule, so nothing goes without a look.
  const { isSafe: _, ...removing } = removeRule(rule, unused, remove);
  if (near === undefined)
    return { span, message: message('"{key}" is not a rule here.', { key: name }), fixes: [removing] };
  const changing: Fix = {
    kind: 'edit',
    title: message('Change to {near}', { near }),
    edits: [{ span, newText: near }],
  };
  const words = message('"{key}" is not a rule here. Near it: {near}.', { key: name, near });
  return { span, message: words, fixes: [changing, removing] };
}

type EditFix = Extract<Fix, { readonly kind: 'edit' }>;

/** With the comment that ends its stretch, where that ends nothing else. */
function removeWhole({ comment, partner }: UnusedSuppression, remove: Remove): EditFix {
  const edits = partner === undefined ? [remove(comment)] : [remove(comment), remove(partner)];
  return { kind: 'edit', title: message('Remove the comment'), edits, isSafe: true };
}

/** The name with what separates it from its neighbour. */
function removeRule(
  { name, span, previousEnd, nextStart }: NamedRule,
  unused: UnusedSuppression,
  remove: Remove,
): EditFix {
  if (unused.comment.rules.length === 1) return removeWhole(unused, remove);
  const removed =
    nextStart === undefined
      ? { start: previousEnd ?? span.start, end: span.end }
      : { start: span.start, end: nextStart };
  return {
    kind: 'edit',
    title: message('Remove {rule}', { rule: name }),
    edits: [{ span: removed, newText: '' }],
    isSafe: true,
  };
}
