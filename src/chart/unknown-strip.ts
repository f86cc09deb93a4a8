import type { PlannedEntry } from './chart-plan';
import type { Lane } from './lanes';
import { type Mark, shapeOf } from './marks';

export const stripWidth = 84;
const slotWidth = 12;
const slots = 6;

/** Marks of the entries of unknown time, beside each other in their lanes; those without room share the last place. */
export function stripMarks(entries: readonly PlannedEntry[], lanes: readonly Lane[], left: number): readonly Mark[] {
  const byLane = new Map<number, PlannedEntry[]>();
  for (const entry of entries) {
    for (const lane of entry.lanes) {
      const own = byLane.get(lane);
      if (own === undefined) byLane.set(lane, [entry]);
      else own.push(entry);
    }
  }
  return [...byLane].flatMap(([lane, own]) => {
    const alone = own.length <= slots ? own : own.slice(0, slots - 1);
    const rest = own.slice(alone.length);
    const y = lanes[lane]?.middle ?? 0;
    const marks = alone.map(({ index, entry }, slot): Mark => {
      const title = entry.title === undefined ? {} : { title: entry.title };
      return { ...shapeOf(entry.kind), x: left + 12 + slot * slotWidth, y, lane, entries: [index], ...title };
    });
    if (rest.length === 0) return marks;
    const x = left + 12 + alone.length * slotWidth;
    return [...marks, { shape: 'bin', tone: 'observed', x, y, lane, entries: rest.map(({ index }) => index) }];
  });
}
