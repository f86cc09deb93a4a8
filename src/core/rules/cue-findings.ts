import type { Cue } from '../language/cue';
import type { CueCategory } from '../language/lexicon/lexicon-entry';
import { type Prose, wordsAt } from '../language/prose';
import type { Message } from '../model/message';
import type { Finding, Fix, ProseContext } from './rule';

export interface CueWords {
  readonly category: CueCategory;
  /** `cue` is the words as the reader sees them. */
  readonly message: (cue: string) => Message;
  readonly fixes?: (cue: Cue, prose: Prose) => readonly Fix[];
}

/** A finding for each cue of a category; cues that are right less often give information only. */
export function cueFindings(
  prose: Prose,
  { cues }: ProseContext,
  { category, message, fixes }: CueWords,
): Iterable<Finding> {
  if (cues.length === 0) return none;
  const findings: Finding[] = [];
  for (const cue of cues) {
    if (cue.entry.category !== category) continue;
    const found = fixes?.(cue, prose) ?? [];
    findings.push({
      span: cue.span,
      message: message(wordsAt(prose, cue.span)),
      ...(found.length > 0 && { fixes: found }),
      ...(cue.entry.isWeak && { severity: 'information' }),
    });
  }
  return findings;
}

/** Most blocks hold no cue at all. */
const none: readonly Finding[] = [];
