import { packLanguageOf } from '../language/languages';
import { proseOf } from '../language/prose';
import { matcherFor } from '../language/team-phrases';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';

/** The first words of a line that name a cause, as rule `causal-language` sees it in a report. */
export function findCausalWord(line: string, conventions: Conventions): string | undefined {
  for (const block of readMarkdown(line).blocks) {
    const prose = proseOf(block);
    if (prose === undefined) continue;
    const cue = matcherFor(conventions.lint, 'incident-report', packLanguageOf(conventions.lang))
      .cuesIn(prose)
      .find(({ entry }) => entry.category === 'causal-language');
    if (cue !== undefined) return block.text.slice(cue.span.start, cue.span.end);
  }
  return undefined;
}
