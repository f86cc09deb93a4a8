import { proseOf } from '../language/prose';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { rules } from '../rules';

/** The first words of a line that name a cause, as rule `causal-language` sees it in a report. */
export function findCausalWord(line: string, conventions: Conventions): string | undefined {
  const rule = rules.find(({ id }) => id === 'causal-language');
  if (rule?.scope !== 'prose') return undefined;
  for (const block of readMarkdown(line).blocks) {
    const prose = proseOf(block);
    if (prose === undefined) continue;
    for (const { span } of rule.check(prose, { kind: 'incident-report', conventions })) {
      return block.text.slice(span.start, span.end);
    }
  }
  return undefined;
}
