import type { Stamp } from './stamp';

/** The bounds between which an instant lies, ms since the epoch; infinite where nothing bounds it. */
export interface TimeWindow {
  readonly least: number;
  readonly most: number;
}

export const anyTime: TimeWindow = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/**
 * How far `~` reaches to either side, in ms. Always the same, so that no number changes when a neighbour is added;
 * who knows less writes a range.
 */
export const approximateMargin = 2 * 60 * 1000;

/**
 * Where the instant of a stamp can lie. A written time is as exact as it stands there, seconds or not; one whose date or
 * offset was not written counts as `~`. `windowOfEntry` answers for the entry that a bounded stamp names.
 */
export function windowOf(
  stamp: Stamp | undefined,
  windowOfEntry: (id: string) => TimeWindow | undefined = () => undefined,
): TimeWindow {
  switch (stamp?.kind) {
    case 'exact':
      return around(stamp.at, stamp.at, stamp.unsure === true);
    case 'about':
      return around(stamp.at, stamp.at, true);
    case 'range':
      return around(stamp.from, stamp.until, stamp.unsure === true);
    case 'after':
      return { least: windowOfEntry(stamp.entry)?.least ?? anyTime.least, most: anyTime.most };
    case 'before':
      return { least: anyTime.least, most: windowOfEntry(stamp.entry)?.most ?? anyTime.most };
    default:
      return anyTime;
  }
}

function around(least: number, most: number, isAbout: boolean): TimeWindow {
  const margin = isAbout ? approximateMargin : 0;
  return { least: least - margin, most: most + margin };
}
