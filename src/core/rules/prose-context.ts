import type { Prose } from '../language/prose';
import { matcherFor } from '../language/team-phrases';
import type { Conventions } from '../model/conventions';
import type { ProseContext } from './rule';

/** What language rules share about a block, so that it is read once for all of them. */
export function proseContext(
  prose: Prose,
  conventions: Conventions,
  { kind, language }: Pick<ProseContext, 'kind' | 'language'>,
): ProseContext {
  return { kind, language, conventions, cues: matcherFor(conventions.lint, kind, language).cuesIn(prose) };
}
