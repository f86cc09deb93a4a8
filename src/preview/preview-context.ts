import type { Conventions } from '../core/model/conventions';
import type { Message } from '../core/model/message';

/** What a preview shows beside the document's own words. */
export interface PreviewContext {
  readonly conventions: Conventions;
  /** Of the document's folder. */
  readonly incidentId: string;
  /** ms since the epoch, for dates of this year. */
  readonly now: number;
  /** Line, from 0, of an entry in the report of an incident; nothing where the report has none of that id. */
  lineOfEntry(incidentId: string, entryId: string): number | undefined;
  /** In the user's language. */
  say(message: Message): string;
}
