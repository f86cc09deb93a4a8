import type { TimeSpan } from '../../src/chart/chart-input';
import type { ChartPlan } from '../../src/chart/chart-plan';

/** An entry by its index, in one of its lanes. */
export interface ChartFocus {
  readonly entry: number;
  readonly lane: number;
}

export type Move = 'before' | 'after' | 'up' | 'down' | 'first' | 'last';

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

export function moveOfKey(key: string): Move | undefined {
  return moves[key];
}

/** How much the window grows for a key; 0 shows everything. */
export function zoomOfKey(key: string): number | undefined {
  if (key === '+' || key === '=') return 0.5;
  if (key === '-' || key === '_') return 2;
  return key === '0' ? 0 : undefined;
}

/** The focus after a key; stays where there is nothing further. */
export function moveFocus(plan: ChartPlan, focus: ChartFocus | undefined, move: Move): ChartFocus | undefined {
  const { entries } = plan;
  const at = focus === undefined ? -1 : entries.findIndex(({ index }) => index === focus.entry);
  const step = (place: number): ChartFocus | undefined => {
    const entry = entries[Math.min(Math.max(place, 0), entries.length - 1)];
    if (entry === undefined) return undefined;
    const lane = focus !== undefined && entry.lanes.includes(focus.lane) ? focus.lane : (entry.lanes[0] ?? 0);
    return { entry: entry.index, lane };
  };
  if (focus === undefined || at < 0) return step(move === 'last' || move === 'before' ? entries.length - 1 : 0);
  switch (move) {
    case 'before':
      return step(at - 1);
    case 'after':
      return step(at + 1);
    case 'first':
      return step(0);
    case 'last':
      return step(entries.length - 1);
    case 'up':
      return inLane(plan, { ...focus, lane: focus.lane - 1 }, { at, step: -1 }) ?? focus;
    case 'down':
      return inLane(plan, { ...focus, lane: focus.lane + 1 }, { at, step: 1 }) ?? focus;
  }
}

/** The entry nearest in time in a lane, or in the next one that has any. */
function inLane(
  plan: ChartPlan,
  { lane }: ChartFocus,
  { at, step }: { readonly at: number; readonly step: 1 | -1 },
): ChartFocus | undefined {
  if (lane < 0 || lane >= plan.lanes.names.length) return undefined;
  const { entries } = plan;
  const time = entries[at]?.span?.from ?? Number.MAX_VALUE;
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { index, lanes, span } of entries) {
    const distance = Math.abs((span?.from ?? Number.MAX_VALUE) - time);
    if (lanes.includes(lane) && distance < least) [nearest, least] = [index, distance];
  }
  if (nearest !== undefined) return { entry: nearest, lane };
  return inLane(plan, { entry: 0, lane: lane + step }, { at, step });
}

/** The window after zooming by `factor` around an instant; nothing where everything is in it again. */
export function zoomed(domain: TimeSpan, shown: TimeSpan, factor: number, around: number): TimeSpan | undefined {
  if (factor === 0) return undefined;
  const length = Math.max((shown.until - shown.from) * factor, leastWindow);
  if (length >= domain.until - domain.from) return undefined;
  const share = (around - shown.from) / (shown.until - shown.from);
  return moved(domain, { from: around - share * length, until: around + (1 - share) * length }, 0);
}

/** The window moved in time, as far as there is anything. */
export function moved(domain: TimeSpan, { from, until }: TimeSpan, by: number): TimeSpan {
  const length = until - from;
  const start = Math.min(Math.max(from + by, domain.from), domain.until - length);
  return { from: start, until: start + length };
}

/** The window moved so that an instant lies in it. */
export function showing(domain: TimeSpan, window: TimeSpan, at: number): TimeSpan {
  if (at >= window.from && at <= window.until) return window;
  return moved(domain, window, at - (window.from + window.until) / 2);
}

const leastWindow = 2 * 60_000;
