import { type ChartFrame, newEntryIndex } from './chart-input';
import type { ChartPlan, PlannedEntry } from './chart-plan';
import { type GapShape, gapShapes } from './gap-shapes';
import { gutterWidth, type Lane, placeLanes } from './lanes';
import { type Band, type Mark, marksOf } from './marks';
import { type MilestoneLine, milestoneLines } from './milestone-lines';
import { type Tick, type TimeScale, ticksOf, windowWithin, xAt } from './time-axis';
import { stripMarks, stripWidth } from './unknown-strip';

/** A chart as plain shapes in pixels of its box. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** Where the lanes end and the axis begins. */
  readonly floor: number;
  readonly isNarrow: boolean;
  /** Absent where no time is known. */
  readonly scale?: TimeScale;
  readonly lanes: readonly Lane[];
  readonly impact: readonly { readonly x: number; readonly width: number; readonly lane: number }[];
  readonly gaps: readonly GapShape[];
  readonly milestones: readonly MilestoneLine[];
  readonly bands: readonly Band[];
  readonly marks: readonly Mark[];
  readonly isBinned: boolean;
  readonly ticks: readonly Tick[];
  /** The strip of the entries of unknown time. */
  readonly strip?: { readonly x: number; readonly width: number; readonly label: string };
  readonly caption?: string;
}

/** Below this width the names of the lanes stand inside them. */
const narrowBelow = 520;
const sideRoom = 8;
const axisHeight = 20;
const dateHeight = 14;

/** Linear in the entries; what it holds is bounded by the width wherever there are many. */
export function layoutChart(plan: ChartPlan, { width, window, caption }: ChartFrame): ChartLayout {
  const isNarrow = width < narrowBelow;
  const lanes = placeLanes(plan.lanes.names, isNarrow, width);
  const untimed = plan.entries.filter(({ span }) => span === undefined);
  const strip = untimed.length === 0 ? undefined : stripOf(plan, { width, isNarrow });
  const right = (strip === undefined ? width : strip.x) - sideRoom;
  const left = (isNarrow ? 0 : gutterWidth) + sideRoom;
  const scale = scaleOf(plan, { left, right: Math.max(right, left + 1) }, window);
  const timed = scale === undefined ? noShapes : timedShapes(plan, scale, lanes);
  const ticks = scale === undefined || plan.domain === undefined ? [] : ticksOf(scale, plan.domain);
  const floor = lanes.reduce((least, { top, height }) => Math.max(least, top + height), 72);
  const hasDates = ticks.some(({ date }) => date !== undefined);
  return {
    width,
    height: floor + axisHeight + (hasDates ? dateHeight : 0),
    floor,
    isNarrow,
    lanes,
    ...timed,
    marks: strip === undefined ? timed.marks : [...timed.marks, ...stripMarks(untimed, lanes, strip.x)],
    ticks,
    ...(scale !== undefined && { scale }),
    ...(strip !== undefined && { strip }),
    ...(caption !== undefined && { caption }),
  };
}

/** Where an entry stands, in its first lane; nothing for one out of view. */
export function placeOf(layout: ChartLayout, { index, lanes, span }: PlannedEntry, lane = lanes[0] ?? 0) {
  const { scale } = layout;
  if (span === undefined) return layout.marks.find((mark) => mark.lane === lane && mark.entries.includes(index));
  if (scale === undefined || span.until < scale.from || span.from > scale.until) return undefined;
  const y = layout.lanes[lane]?.middle;
  return y === undefined ? undefined : { x: xAt(scale, Math.max(span.from, scale.from)), y };
}

/** The mark nearest to a point, at most `reach` pixels away; the new entry before all others. */
export function markAt(layout: ChartLayout, x: number, y: number, reach = 10): Mark | undefined {
  let nearest: Mark | undefined;
  let least = reach;
  for (const mark of layout.marks) {
    const across = Math.max(0, mark.x - x, x - mark.x - (mark.width ?? 0));
    const distance = Math.hypot(across, mark.y - y) - (mark.entries[0] === newEntryIndex ? 1 : 0);
    if (distance <= least) [nearest, least] = [mark, distance];
  }
  return nearest;
}

function scaleOf(
  { domain }: ChartPlan,
  edges: Pick<TimeScale, 'left' | 'right'>,
  window: ChartFrame['window'],
): TimeScale | undefined {
  return domain === undefined ? undefined : { ...windowWithin(domain, window), ...edges };
}

function stripOf({ words }: ChartPlan, { width, isNarrow }: Pick<ChartLayout, 'width' | 'isNarrow'>) {
  const x = Math.max(isNarrow ? 0 : gutterWidth, width - stripWidth);
  return { x, width: width - x, label: words.unknown };
}

const noShapes = { impact: [], gaps: [], milestones: [], bands: [], marks: [], isBinned: false };

function timedShapes(plan: ChartPlan, scale: TimeScale, lanes: readonly Lane[]) {
  const shapes = marksOf(plan.entries, { scale, lanes });
  const isInView = (at: number) => at >= scale.from && at <= scale.until;
  const milestones = plan.milestones
    .filter(({ at }) => isInView(at))
    .map(({ name, entry, at }) => ({ name, entry, x: xAt(scale, at) }));
  const impact = plan.impact.flatMap(({ from, until, lane }) => {
    if (until < scale.from || from > scale.until) return [];
    const x = xAt(scale, Math.max(from, scale.from));
    return [{ x, width: xAt(scale, Math.min(until, scale.until)) - x, lane }];
  });
  return {
    ...shapes,
    impact,
    gaps: gapShapes(plan.gaps, { scale, lanes, words: plan.words, ...shapes }),
    milestones: milestoneLines(milestones, scale.right + sideRoom),
  };
}
