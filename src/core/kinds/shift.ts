import type { Located } from '../model/incident';
import type { Span } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { ReadProblem } from './front-matter';

/** What was read from one block, put to its place in the document: all offsets move by `by`. */
export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function shiftLocated({ text, span }: Located, by: number): Located {
  return { text, span: { start: span.start + by, end: span.end + by } };
}

export function shiftProblem(problem: ReadProblem, by: number): ReadProblem {
  const { span, fixes } = problem;
  const moved = { ...problem, span: shiftSpan(span, by) };
  if (fixes === undefined) return moved;
  return {
    ...moved,
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ span, newText }) => ({ span: shiftSpan(span, by), newText })),
    })),
  };
}

/** Written out, because a keystroke may move ten thousand of them. */
export function shiftEntry(entry: TimelineEntry, by: number): TimelineEntry {
  const moved: { -readonly [Key in keyof TimelineEntry]: TimelineEntry[Key] } = { ...entry };
  moved.span = shiftSpan(entry.span, by);
  moved.time = shiftLocated(entry.time, by);
  moved.event = shiftLocated(entry.event, by);
  if (entry.id !== undefined) moved.id = shiftLocated(entry.id, by);
  if (entry.kind !== undefined) moved.kind = shiftLocated(entry.kind, by);
  return moved;
}
