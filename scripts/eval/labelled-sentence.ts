import type { Span } from '../../src/core/model/text';

/** One line of a labelled file. */
export interface LabelledSentence {
  readonly id: string;
  readonly text: string;
  readonly isFlagged: boolean;
  /** Labelled as if it stood in a postmortem (`flagged`) rather than in a report (`analytical`). */
  readonly isOfPostmortem: boolean;
  readonly category: string;
  /** The main cue. */
  readonly span?: Span;
  readonly cue: string;
  /** The repository, by which figures are given too. */
  readonly source: string;
}

export function parseSentence(value: unknown): LabelledSentence {
  const row = isRecord(value) ? value : {};
  const { id, text, category, span, source, analytical, flagged } = row;
  if (typeof id !== 'string' || typeof text !== 'string' || typeof category !== 'string') {
    throw new Error(`Expected {id, text, analytical|flagged, category, span}, found ${JSON.stringify(value)}`);
  }
  const place = isSpan(span) ? { start: span.start, end: span.end } : undefined;
  return {
    id,
    text,
    isFlagged: analytical === true || flagged === true,
    isOfPostmortem: typeof flagged === 'boolean',
    category,
    cue: place === undefined ? '' : text.slice(place.start, place.end),
    source: typeof source === 'string' ? (source.split(':')[0] ?? '') : 'no source',
    ...(place !== undefined && { span: place }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isSpan(value: unknown): value is Span {
  return isRecord(value) && typeof value.start === 'number' && typeof value.end === 'number';
}
