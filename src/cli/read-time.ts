import { formatMessage } from '../core/model/message';
import type { Stamp } from '../core/model/stamp';
import { readTimeInput } from '../core/model/time-input';
import { type Folder, zoneOf } from './folder';
import type { Io } from './io';
import { usageError } from './usage';

/** An option's time, in the forms of the editor's time box. */
export function readTime(text: string, { command, folder, io }: { command: string; folder: Folder; io: Io }): Stamp {
  const read = readTimeInput(text, { now: io.now(), timeZone: zoneOf(folder, io.env) });
  if (read.state === 'read' && read.rest === undefined) return read.stamp;
  const words = read.state === 'unread' ? formatMessage(read.message) : `"${text}" is not read as a time.`;
  throw usageError(command, words);
}
