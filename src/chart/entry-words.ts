import type { Stamp } from '../core/model/stamp';
import { formatClock } from '../core/model/time-text';

export interface DescribedEntry {
  readonly stamp?: Stamp;
  /** With its value. */
  readonly kind: string;
  readonly text: string;
  readonly id: string;
}

/** An entry in one line, as it is spoken and shown as a tooltip: `14:06Z about, detected, Alert paged, E1406`. */
export function entryWords({ stamp, kind, text, id }: DescribedEntry): string {
  const event = text.trim().replace(/\.$/, '');
  return [timeWords(stamp), kind, event, id].filter((part) => part !== '').join(', ');
}

function timeWords(stamp: Stamp | undefined): string {
  switch (stamp?.kind) {
    case 'exact':
      return formatClock(stamp.at, stamp);
    case 'about':
      return `${formatClock(stamp.at, stamp)} about`;
    case 'range':
      return `${formatClock(stamp.from, stamp)} to ${formatClock(stamp.until, stamp)}`;
    case 'after':
    case 'before':
      return `time unknown, ${stamp.kind} ${stamp.entry}`;
    default:
      return 'time unknown';
  }
}
