import type { Milestone } from './entry-kind';
import type { Message } from './message';
import type { Span } from './text';
import { formatDuration, formatDurationRange } from './time-text';

/** `time-in-severity:SEV2`, one for each severity that was reached; the others stand once in each report. */
export type MetricId =
  | 'time-to-detect'
  | 'time-to-acknowledge'
  | 'time-to-declare'
  | 'time-to-identify'
  | 'time-to-mitigate'
  | 'time-to-resolve'
  | 'customer-impact'
  | `time-in-severity:${string}`;

/** A duration that was read off a report, with the two places it was computed from. */
export interface Metric {
  readonly id: MetricId;
  /** In lower case: `time to mitigate`. */
  readonly name: Message;
  /** The definition in words. */
  readonly formula: Message;
  readonly from?: MetricAnchor;
  readonly to?: MetricAnchor;
  readonly value: MetricValue;
  /** The same within the team's support hours; absent without a calendar. */
  readonly supportHours?: MetricValue;
}

export interface MetricAnchor {
  /** An entry's id, `line 31` of one without, `impact row 1` of an impact row. */
  readonly label: string;
  readonly span: Span;
  /** Zero-based. */
  readonly line: number;
}

/** Lengths are ms, never negative. */
export type MetricValue =
  | { readonly status: 'exact'; readonly milliseconds: number }
  | {
      readonly status: 'range';
      readonly min: number;
      readonly max: number;
      /** The length between the times as they stand, where they are about, no range. */
      readonly about?: number;
    }
  | {
      readonly status: 'unavailable';
      readonly reason: Message;
      /** The kind of entry that would make it computable. */
      readonly missing?: Milestone;
    };

/** `33 min 10 s`, `about 4 min`, `30 to 36 min`; nothing where it was not computed. */
export function formatMetricValue(value: MetricValue): string | undefined {
  if (value.status === 'unavailable') return undefined;
  if (value.status === 'exact') return formatDuration(value.milliseconds);
  if (value.about !== undefined) return `about ${formatDuration(roundedAbout(value.about))}`;
  return formatDurationRange(value.min, value.max);
}

const minute = 60 * 1000;

/** What is about is no second-hand figure: whole minutes from one on. */
function roundedAbout(length: number): number {
  return length < minute ? length : Math.round(length / minute) * minute;
}
