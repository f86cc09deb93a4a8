import type { IncidentDocument } from '../kinds/incident-document';
import { rules } from './index';
import type { Rule, RuleContext } from './rule';
import { levelOf } from './severity';
import type { UnusedSuppression } from './suppressions';

/**
 * The suppressions that are known to be of no use: not those of a rule that was silent for now (turned off, waiting for
 * the incident's end or for git), which may speak up at the next check.
 */
export function settledUnused(
  unused: readonly UnusedSuppression[],
  options: { readonly document: IncidentDocument; readonly context: RuleContext; readonly asked: readonly Rule[] },
): readonly UnusedSuppression[] {
  if (unused.length === 0) return unused;
  const waiting = waitingRules(options);
  const isWaitedFor = rules.some(({ id, scope }) => scope !== 'suppression' && waiting.get(id) === 'for now');
  return unused.flatMap((one) => {
    if (one.comment.rules.length === 0) return isWaitedFor ? [] : [one];
    const settled = one.rules.filter(({ name }) => !waiting.has(name));
    return settled.length === 0 ? [] : [{ ...one, rules: settled }];
  });
}

function waitingRules({
  document,
  context,
  asked,
}: Parameters<typeof settledUnused>[1]): ReadonlyMap<string, 'off' | 'for now'> {
  const waiting = new Map<string, 'off' | 'for now'>();
  for (const rule of rules) {
    if (!rule.appliesTo.includes(document.kind)) continue;
    if (levelOf(rule, context.conventions) === 'off') waiting.set(rule.id, 'off');
    else if (!asked.includes(rule)) waiting.set(rule.id, 'for now');
    else if (rule.scope === 'suppression') waiting.set(rule.id, 'off');
    else if (rule.scope === 'document' && rule.isReady?.(document, context) === false) waiting.set(rule.id, 'for now');
  }
  return waiting;
}
