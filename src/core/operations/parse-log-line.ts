import type { Conventions } from '../model/conventions';
import type { Message } from '../model/message';
import type { EntryDraft } from './add-timeline-entry';

export interface LogLineContext {
  /** ms since the epoch. */
  readonly now: number;
  /** IANA name of the zone in which a bare `14:05` is meant. */
  readonly timeZone: string;
  readonly conventions: Conventions;
}

/** Reads `14:05 restarted api-3 #action @carol https://…`; a line without a time is of now. */
export function parseLogLine(
  _line: string,
  _context: LogLineContext,
): { readonly draft: EntryDraft } | { readonly problem: Message } {
  throw new Error('Not built');
}
