import type { Prose } from '../language/prose';
import { matcherFor } from '../language/team-phrases';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { ProseContext } from './rule';

/** What language rules share about a block, so that it is read once for all of them. */
export function proseContext(prose: Prose, kind: DocumentKindId, conventions: Conventions): ProseContext {
  return { kind, conventions, cues: matcherFor(conventions.lint, kind).cuesIn(prose) };
}
