import type { ChartEntry, ChartWords } from './chart-input';
import { clipText } from './text-width';

export interface Lane {
  readonly name: string;
  /** What of the name there is room for. */
  readonly label: string;
  readonly top: number;
  readonly height: number;
  /** Where the marks stand. */
  readonly middle: number;
  readonly labelX: number;
  /** Baseline of the name. */
  readonly labelY: number;
}

/** More systems than these share the lane of all others. */
const mostLanes = 8;
export const headHeight = 72;
export const gutterWidth = 100;

export type LaneMember = Pick<ChartEntry, 'systems' | 'hasActor'>;

export interface LanePlan {
  readonly names: readonly string[];
  /** Lanes in which an entry stands, at least one. */
  lanesOf(entry: LaneMember): readonly number[];
}

/** Lanes in order of their first entry; `entries` are in order of time. */
export function planLanes(entries: Iterable<LaneMember>, words: ChartWords): LanePlan {
  const own = new Map<string, number>();
  let needsOther = false;
  for (const entry of entries) {
    for (const name of namesOf(entry, words)) {
      if (name === words.other) needsOther = true;
      else if (own.size < mostLanes && !own.has(name)) own.set(name, own.size);
      else needsOther ||= !own.has(name);
    }
  }
  const other = own.size;
  return {
    names: needsOther ? [...own.keys(), words.other] : [...own.keys()],
    lanesOf: (entry) => [...new Set(namesOf(entry, words).map((name) => own.get(name) ?? other))],
  };
}

function namesOf({ systems, hasActor }: LaneMember, words: ChartWords): readonly string[] {
  if (systems.length > 0) return systems;
  return [hasActor ? words.responders : words.other];
}

export function placeLanes(names: readonly string[], isNarrow: boolean, width: number): readonly Lane[] {
  const height = isNarrow ? 40 : 28;
  return names.map((name, index) => {
    const top = headHeight + index * height;
    return {
      name,
      label: clipText(name, isNarrow ? Math.max(40, width - 24) : gutterWidth - 8),
      top,
      height,
      middle: top + (isNarrow ? 26 : 14),
      labelX: isNarrow ? 8 : 0,
      labelY: isNarrow ? top + 13 : top + 18,
    };
  });
}
