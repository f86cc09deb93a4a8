import { instantOf, type Stamp } from '../core/model/stamp';
import {
  type ChartEntry,
  type ChartImpact,
  type ChartInput,
  type ChartWords,
  chartWords,
  newEntryIndex,
  type TimeSpan,
} from './chart-input';
import { type LanePlan, planLanes } from './lanes';
import { domainOf } from './time-axis';

/** An entry with what of it is the same at every size. */
export interface PlannedEntry {
  readonly index: number;
  readonly entry: ChartEntry;
  readonly lanes: readonly number[];
  /** Absent where the time is not known. */
  readonly span?: TimeSpan;
}

/** All of a chart that does not hang on its size and on what is zoomed in on. */
export interface ChartPlan {
  /** In order of time; those of one time as given, those of unknown time last. */
  readonly entries: readonly PlannedEntry[];
  readonly lanes: LanePlan;
  /** Absent where no time is known. */
  readonly domain?: TimeSpan;
  readonly gaps: readonly TimeSpan[];
  readonly impact: readonly (TimeSpan & { readonly lane: number })[];
  readonly milestones: readonly { readonly name: string; readonly entry: number; readonly at: number }[];
  readonly words: ChartWords;
}

const minute = 60_000;
/** What an approximate time may be off, as nothing else is known of it. */
export const approximation = 2 * minute;

export function planChart(input: ChartInput, words: ChartWords = chartWords): ChartPlan {
  const sorted = inOrder(input);
  const impact = input.impact.length > 0 ? input.impact : impactOf(sorted);
  const lanes = planLanes([...sorted.map(({ entry }) => entry), ...impact], words);
  const domain = domainOf(extents(sorted, impact));
  return {
    entries: sorted.map((one) => ({ ...one, lanes: lanes.lanesOf(one.entry) })),
    lanes,
    ...(domain !== undefined && { domain }),
    gaps: gapsOf(sorted, input.silence * minute),
    impact: placeImpact(impact, sorted, lanes),
    milestones: sorted.flatMap(({ index, entry, span }) =>
      entry.milestone === undefined || span === undefined
        ? []
        : [{ name: entry.milestone, entry: index, at: span.from }],
    ),
    words,
  };
}

type SortedEntry = Omit<PlannedEntry, 'lanes'>;

function inOrder({ entries, newEntry }: ChartInput): readonly SortedEntry[] {
  const all = entries.map((entry, index) => plannedEntry(entry, index));
  if (newEntry !== undefined) all.push(plannedEntry(newEntry, newEntryIndex));
  const time = ({ span }: SortedEntry) => span?.from ?? Number.POSITIVE_INFINITY;
  return all.sort((one, other) => (time(one) === time(other) ? 0 : time(one) - time(other)));
}

function plannedEntry(entry: ChartEntry, index: number): SortedEntry {
  const span = entry.stamp === undefined ? undefined : spanOf(entry.stamp);
  return span === undefined ? { entry, index } : { entry, index, span };
}

function spanOf(stamp: Stamp): TimeSpan | undefined {
  const from = instantOf(stamp);
  if (from === undefined) return undefined;
  return { from, until: stamp.kind === 'range' ? Math.max(from, stamp.until) : from };
}

function* extents(entries: readonly SortedEntry[], impact: readonly ChartImpact[]): Iterable<TimeSpan> {
  for (const { entry, span } of entries) {
    if (span === undefined) continue;
    const room = entry.stamp?.kind === 'about' ? approximation : 0;
    yield { from: span.from - room, until: span.until + room };
  }
  for (const { from, until = from } of impact) yield { from, until: Math.max(from, until) };
}

/** Without impact rows users were affected from the one milestone to the other, as far as they are known. */
function impactOf(entries: readonly SortedEntry[]): readonly ChartImpact[] {
  const reached = (name: string) => entries.filter(({ entry, span }) => span && entry.milestone === name);
  const [start] = reached('impact started');
  if (start?.span === undefined) return [];
  const end = (reached('mitigated').at(-1) ?? reached('resolved').at(-1))?.span?.from;
  const { systems, hasActor } = start.entry;
  return [{ systems, hasActor, from: start.span.from, ...(end !== undefined && { until: end }) }];
}

function placeImpact(impact: readonly ChartImpact[], entries: readonly SortedEntry[], lanes: LanePlan) {
  const last = entries.findLast(({ span }) => span !== undefined)?.span?.until;
  return impact.flatMap((one) => {
    const { from, until = last ?? from } = one;
    return until <= from ? [] : lanes.lanesOf(one).map((lane) => ({ lane, from, until }));
  });
}

/** Before users were affected nobody was expected to write anything down. */
function gapsOf(entries: readonly SortedEntry[], least: number): readonly TimeSpan[] {
  const started = entries.find(({ entry, span }) => span && entry.milestone === 'impact started')?.span?.from;
  const gaps: TimeSpan[] = [];
  let last: number | undefined;
  for (const { span } of entries) {
    if (span === undefined) continue;
    const isGap = last !== undefined && span.from - last >= least;
    if (isGap && span.from > (started ?? span.from - 1)) gaps.push({ from: last ?? span.from, until: span.from });
    last = Math.max(last ?? span.until, span.until);
  }
  return gaps;
}
