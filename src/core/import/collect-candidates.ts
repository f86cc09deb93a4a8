import { kindNames, readKind } from '../kinds/read-entry';
import { systemsIn } from '../kinds/systems-in-text';
import type { Conventions } from '../model/conventions';
import { type Message, message } from '../model/message';
import { instantOf } from '../model/stamp';
import type { Candidate, ImportReading, LeftOut } from './candidate';
import { longestEvent, toEventText } from './event-text';
import { guessKind } from './guess-kind';
import type { LeftOutReason, SourceItem, SourceRecord } from './source-record';

export interface CollectOptions {
  readonly conventions: Conventions;
  /** Instants in ms; both inclusive. */
  readonly window: { readonly from?: number; readonly until?: number };
  /** Of all entries, as the user states it. */
  readonly kind?: string;
  /** How many are kept. */
  readonly most: number;
  /** Whether a text holds a key, a token or a password; such a record is left out. */
  readonly isSecret: (text: string) => boolean;
}

export interface Collector {
  take(items: Iterable<SourceItem>): void;
  end(): ImportReading;
}

/** Turns what readers give into candidates, one file after the other, and counts what is left out. */
export function createCollector(options: CollectOptions): Collector {
  const state: State = { candidates: [], keys: new Set(), leftOut: new Map(), notes: new Map(), zones: new Map() };
  const take = (item: SourceItem) => {
    if ('note' in item) state.notes.set(JSON.stringify(item.note), item.note);
    else if ('skip' in item) leaveOut(state, item.skip, item.where);
    else takeRecord(state, item, options);
  };
  return {
    take: (items) => {
      for (const item of items) take(item);
    },
    end: () => readingOf(state),
  };
}

interface State {
  readonly candidates: Candidate[];
  readonly keys: Set<string>;
  readonly leftOut: Map<LeftOutReason, LeftOut & { readonly examples: string[] }>;
  /** By their own text, so that each is said once. */
  readonly notes: Map<string, Message>;
  /** Number of times that were read in a zone. */
  readonly zones: Map<string, number>;
  cut?: number;
  hidden?: number;
  overflow?: { readonly count: number; readonly from: number; readonly until: number };
}

const mostExamples = 20;

function leaveOut({ leftOut }: State, reason: LeftOutReason, where: string): void {
  const known = leftOut.get(reason) ?? { reason, count: 0, examples: [] };
  if (known.examples.length < mostExamples) known.examples.push(where);
  leftOut.set(reason, { ...known, count: known.count + 1 });
}

function takeRecord(state: State, record: SourceRecord, options: CollectOptions): void {
  const stated = kindOf(record, options);
  const reason = reasonAgainst(record, stated.kind, options) ?? (state.keys.has(record.key) ? 'repeated' : undefined);
  if (reason !== undefined) leaveOut(state, reason, record.where);
  else if (state.candidates.length >= options.most) overflow(state, instantOf(record.stamp) ?? 0, options.most);
  else {
    const { key, zone } = record;
    state.keys.add(key);
    if (zone !== undefined) state.zones.set(zone, (state.zones.get(zone) ?? 0) + 1);
    state.candidates.push(candidateOf(state, record, { ...stated, conventions: options.conventions }));
  }
}

function reasonAgainst(
  record: SourceRecord,
  kind: string,
  { window, isSecret }: CollectOptions,
): LeftOutReason | undefined {
  const at = instantOf(record.stamp) ?? 0;
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = window;
  if (at < from || at > until) return 'outside';
  if (record.text.trim() === '') return 'empty';
  if (record.isAutomatic && kind !== 'alert' && kind !== 'change') return 'automatic';
  return isSecret([record.text, ...(record.evidence ?? [])].join('\n')) ? 'secret' : undefined;
}

function candidateOf(
  state: State,
  { key, where, stamp, zone, text, actors = [], systems = [], evidence = [] }: SourceRecord,
  { kind, guess, conventions }: StatedKind & { readonly conventions: Conventions },
): Candidate {
  const { text: event, isCut, hadHidden } = toEventText(text);
  if (isCut) state.cut = (state.cut ?? 0) + 1;
  if (hadHidden) state.hidden = (state.hidden ?? 0) + 1;
  return {
    key,
    where,
    stamp,
    ...(zone !== undefined && { zone }),
    kind,
    ...(guess !== undefined && { guess }),
    event,
    systems: [...new Set([...systems.map(nameOf), ...systemsIn(event, conventions)])],
    actors: [...new Set(actors.map(nameOf))].filter((name) => name !== ''),
    evidence: [...new Set(evidence.filter(isEvidence).map(asItem))].slice(0, mostEvidence),
  };
}

const mostEvidence = 10;

/** A name stands in a list, where commas separate. */
function nameOf(name: string): string {
  return toEventText(name).text.replace(/,/g, ' ').replace(/\s+/g, ' ').slice(0, 80).trim();
}

/** Addresses and names of one word; what has blanks or signs of a link would be read as several. */
function isEvidence(item: string): boolean {
  return item !== '' && item.length <= 2000 && !/[\s<>()[\]|`\\]/.test(item);
}

/** A comma in an address would end the item. */
function asItem(item: string): string {
  return item.replace(/,/g, '%2C');
}

interface StatedKind {
  readonly kind: string;
  readonly guess?: Message;
}

/** What the user says goes before what the source states, and that before what words suggest. */
function kindOf(record: SourceRecord, { kind, conventions }: CollectOptions): StatedKind {
  if (kind !== undefined) return { kind };
  const stated = record.kind === undefined ? undefined : statedKind(record.kind, conventions);
  if (stated !== undefined) return { kind: stated };
  const { kind: guessed, why } = record.guess ?? guessKind(record.text);
  return { kind: guessed, ...(why !== undefined && { guess: why }) };
}

function statedKind(text: string, conventions: Conventions): string | undefined {
  const { kindName, kindValue } = readKind(text, kindNames(conventions));
  if (!kindNames(conventions).has(kindName)) return undefined;
  return kindValue === undefined ? kindName : `${kindName} ${kindValue}`;
}

function overflow(state: State, at: number, most: number): void {
  const { count, from, until } = state.overflow ?? spanOf(state, most);
  state.overflow = { count: count + 1, from: Math.min(from, at), until: Math.max(until, at) };
}

function spanOf({ candidates }: State, most: number): { count: number; from: number; until: number } {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const { stamp } of candidates) {
    from = Math.min(from, instantOf(stamp) ?? from);
    until = Math.max(until, instantOf(stamp) ?? until);
  }
  return { count: most, from, until };
}

function readingOf({ candidates, leftOut, notes, zones, cut, hidden, overflow }: State): ImportReading {
  const said = [...zones].map(([zone, count]) =>
    message('Times without an offset are read as times in {zone}: {count}.', { zone, count }),
  );
  if (cut !== undefined)
    said.push(message('Texts longer than {length} characters are cut: {count}.', { length: longestEvent, count: cut }));
  if (hidden !== undefined)
    said.push(message('Hidden characters are taken out of entries: {count}.', { count: hidden }));
  return {
    candidates,
    leftOut: [...leftOut.values()],
    notes: [...notes.values(), ...said],
    ...(overflow !== undefined && { overflow }),
  };
}
