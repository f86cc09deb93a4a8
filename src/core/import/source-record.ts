import type { Conventions } from '../model/conventions';
import type { Message } from '../model/message';
import type { Stamp } from '../model/stamp';

/** A stamp that has a place in time. */
export type PlacedStamp = Extract<Stamp, { readonly seconds: boolean }>;

/** One record as a source tells it, its text in plain words of any number of lines. */
export interface SourceRecord {
  /** Where it stands, for the report: `line 12`, `2026-11-23.json, message 4`. */
  readonly where: string;
  /** Names the record for ever, so that it is known when it is imported again: `slack:inc-42/1700000000.000100`. */
  readonly key: string;
  readonly stamp: PlacedStamp;
  /** Zone in which its time was read; absent where the source states the offset. */
  readonly zone?: string;
  readonly text: string;
  /** Where the source states it. */
  readonly kind?: string;
  /** A kind that is likely, with the reason. */
  readonly guess?: { readonly kind: string; readonly why?: Message };
  /** Written by a program: kept only where its words are of an alert or a change. */
  readonly isAutomatic?: boolean;
  readonly actors?: readonly string[];
  readonly systems?: readonly string[];
  readonly evidence?: readonly string[];
}

/** Why a record becomes no entry. */
export type LeftOutReason =
  | 'housekeeping'
  | 'automatic'
  | 'empty'
  | 'secret'
  | 'no-time'
  | 'unreadable'
  | 'repeated'
  | 'outside';

/** A record that becomes no entry. */
export interface SkippedRecord {
  readonly where: string;
  readonly skip: LeftOutReason;
}

/** Something to tell about the source as a whole. */
export interface SourceNote {
  readonly note: Message;
}

/** What a reader gives, in the order of the source; it never throws on what stands there. */
export type SourceItem = SourceRecord | SkippedRecord | SourceNote;

/** Known about a source before it is read. */
export interface SourceContext {
  readonly conventions: Conventions;
  /** IANA name of the zone of times without an offset. */
  readonly timeZone: string;
  /** Midnight UTC of the day of times without a date, as long as the source names none. */
  readonly day?: number;
  /** Header of the source by column of ours. */
  readonly columns: ReadonlyMap<string, string>;
  /** Names of people by their id in the source. */
  readonly people: ReadonlyMap<string, string>;
  /** Name of the source, which keys carry: a channel. */
  readonly name: string;
}
