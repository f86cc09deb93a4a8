import type { Stamp } from '../core/model/stamp';

/** One entry as the chart draws it. */
export interface ChartEntry {
  /** The kind's name without its value. */
  readonly kind: string;
  /** Absent where the time cannot be read; such an entry stands with those of unknown time. */
  readonly stamp?: Stamp;
  readonly systems: readonly string[];
  readonly hasActor: boolean;
  /** Name of the milestone that this entry sets, where it is the one that counts. */
  readonly milestone?: string;
  /** Tooltip of the mark in a chart that nothing listens to. */
  readonly title?: string;
}

/** A stretch in which users were affected, in the lane of an entry like it; without an end until the last entry. */
export interface ChartImpact extends Pick<ChartEntry, 'systems' | 'hasActor'> {
  readonly from: number;
  readonly until?: number;
}

export interface ChartInput {
  /** In any order; what the layout says of an entry names its index here. */
  readonly entries: readonly ChartEntry[];
  /** Where it is empty, the milestones tell. */
  readonly impact: readonly ChartImpact[];
  /** Minutes without an entry that count as a gap. */
  readonly silence: number;
  /** The entry that is being written or changed. */
  readonly newEntry?: ChartEntry;
}

/** A stretch of time in ms, `from` before `until`. */
export interface TimeSpan {
  readonly from: number;
  readonly until: number;
}

export interface ChartFrame {
  /** Pixels. */
  readonly width: number;
  /** What is zoomed in on; everything where it is absent. */
  readonly window?: TimeSpan;
  /** Stands left of the axis, where there is a gutter. */
  readonly caption?: string;
}

/** The chart's own words. */
export interface ChartWords {
  /** Lane of entries with an actor and no system. */
  readonly responders: string;
  /** Lane of entries with neither, and of the systems that have no lane. */
  readonly other: string;
  readonly unknown: string;
  gap(duration: string): string;
}

export const chartWords: ChartWords = {
  responders: 'responders',
  other: 'other',
  unknown: 'time unknown',
  gap: (duration) => `${duration}, no entry`,
};

/** Stands for the new entry wherever an index of an entry stands. */
export const newEntryIndex = -1;
