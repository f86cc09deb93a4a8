import { formatDuration } from '../core/model/time-text';
import type { ChartWords, TimeSpan } from './chart-input';
import type { Lane } from './lanes';
import type { Band, Mark } from './marks';
import { textWidth } from './text-width';
import { type TimeScale, xAt } from './time-axis';

export interface GapShape {
  readonly x: number;
  readonly width: number;
  readonly text: string;
  /** Middle of the words; absent where there is no room for them. */
  readonly label?: { readonly x: number; readonly y: number };
}

const minute = 60_000;
/** Narrower ones would not be seen. */
const leastWidth = 3;

export interface GapPlace {
  readonly scale: TimeScale;
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  readonly bands: readonly Band[];
  readonly words: ChartWords;
}

/** The stretches without an entry that are in view. Their words stand in the first lane that is free of marks there. */
export function gapShapes(gaps: readonly TimeSpan[], place: GapPlace): readonly GapShape[] {
  const { scale, words } = place;
  return gaps.flatMap(({ from, until }) => {
    const x = xAt(scale, Math.max(from, scale.from));
    const end = xAt(scale, Math.min(until, scale.until));
    if (end - x < leastWidth) return [];
    const text = words.gap(formatDuration(Math.floor((until - from) / minute) * minute));
    const lane = textWidth(text) + 8 > end - x ? undefined : freeLane(x, end, place);
    const label = lane === undefined ? {} : { label: { x: (x + end) / 2, y: lane.middle + 4 } };
    return [{ x, width: end - x, text, ...label }];
  });
}

function freeLane(from: number, until: number, { lanes, marks, bands }: GapPlace): Lane | undefined {
  const taken = new Set<number>();
  for (const { x, y, width = 0 } of [...marks, ...bands]) {
    if (x + width >= from && x <= until) taken.add(y);
  }
  return lanes.find(({ middle }) => !taken.has(middle));
}
