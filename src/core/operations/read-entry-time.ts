import { type Message, message } from '../model/message';
import type { Stamp } from '../model/stamp';
import { readTimeInput } from '../model/time-input';

/** A time as the form has it: what was typed and how precisely it is known. */
export interface TypedTime {
  readonly time: string;
  readonly precision: 'exact' | 'about' | 'range' | 'unknown' | 'after entry' | 'before entry';
  readonly until: string;
  /** Id of the bounding entry. */
  readonly bound: string;
}
