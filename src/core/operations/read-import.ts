import type { ImportReading } from '../import/candidate';
import { type Collector, createCollector } from '../import/collect-candidates';
import { parseJson } from '../import/json-value';
import { type History, readCommits } from '../import/read-commits';
import { readSlackPeople, type SlackThreads } from '../import/read-slack';
import { readSource, type UnknownSource } from '../import/read-source';
import type { SourceContext, SourceItem } from '../import/source-record';
import type { Conventions } from '../model/conventions';
import { type Message, message } from '../model/message';
import { utcDay } from '../model/read-stamp';
import { utcDate } from '../model/time-text';
import type { Cancellation } from '../ports';
import { findSecretLine } from './find-secret';
import type { ImportFiles } from './import-files';

export interface ImportOptions {
  readonly conventions: Conventions;
  /** IANA name of the zone of times without an offset. */
  readonly timeZone: string;
  /** Midnight UTC of the day of times without a date. */
  readonly day?: number;
  /** Header of a table by column of ours. */
  readonly columns?: ReadonlyMap<string, string>;
  /** Instants in ms, both inclusive. */
  readonly window?: { readonly from?: number; readonly until?: number };
  /** Of all entries. */
  readonly kind?: string;
}

/** Follows a reading of several files, and may end it. */
export interface ImportWatch {
  onFile?(done: number, total: number): Promise<void>;
  /** Between some hundred records: a turn for whatever else there is to do. */
  pause?(): Promise<void>;
  readonly signal?: Cancellation;
}

/** What was read; what was not, and what was expected; or that somebody ended it. */
export type ReadImport = ImportReading | UnknownSource | 'cancelled';

/** So many entries are kept at once: more are no timeline, and memory has a bound. */
const mostCandidates = 20_000;

/** A file, or a folder of files such as a channel of a Slack export, which is read one file at a time. */
export async function readImportPath(
  store: ImportFiles,
  path: string,
  options: ImportOptions,
  watch: ImportWatch = {},
): Promise<ReadImport> {
  const files = await filesAt(store, path);
  if ('problem' in files) return files;
  const context = contextOf(options, nameOfSource(path), await readPeople(store));
  const reading: Reading = { collector: collectorOf(options), threads: new Map(), context, problems: [], watch };
  const wanted = files.paths.filter((file) => mayBeWithin(file, options));
  for (const [done, file] of wanted.entries()) {
    await watch.onFile?.(done, wanted.length);
    if (isAborted(watch)) return 'cancelled';
    await readFile(store, file, reading);
    if (isAborted(watch)) return 'cancelled';
  }
  const [problem] = reading.problems;
  if (problem !== undefined && reading.problems.length === wanted.length) return problem;
  if (wanted.length < files.paths.length) reading.collector.take([notRead(files.paths.length - wanted.length)]);
  return ended(reading.collector, nameOfSource(path));
}

/** A text from elsewhere: the standard input. */
export function readImportText(text: string, name: string, options: ImportOptions): ReadImport {
  const collector = collectorOf(options);
  const context = contextOf(options, name, new Map());
  const source = readSource(text, { file: name, threads: new Map(), context });
  if ('problem' in source) return source;
  collector.take(source.items);
  return ended(collector, name);
}

export function readImportHistory(history: History, options: ImportOptions): ImportReading | UnknownSource {
  const collector = collectorOf(options);
  collector.take(readCommits(history));
  return ended(collector, 'git');
}

interface Reading {
  readonly collector: Collector;
  readonly threads: SlackThreads;
  readonly context: SourceContext;
  /** Of files that are no source. */
  readonly problems: UnknownSource[];
  readonly watch: ImportWatch;
}

async function readFile(store: ImportFiles, path: string, reading: Reading): Promise<void> {
  const { collector, threads, context, problems, watch } = reading;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const text = await store.read(path);
  const source = typeof text === 'string' ? readSource(text, { file, threads, context }) : text;
  if ('problem' in source) {
    problems.push(source);
    collector.take([{ where: file, skip: 'unreadable' }]);
  } else await takeInSlices(collector, source.items, watch);
}

function isAborted({ signal }: ImportWatch): boolean {
  return signal?.aborted === true;
}

const slice = 500;

async function takeInSlices(collector: Collector, items: Iterable<SourceItem>, watch: ImportWatch): Promise<void> {
  let count = 0;
  for (const item of items) {
    collector.take([item]);
    count++;
    if (count % slice !== 0) continue;
    await watch.pause?.();
    if (isAborted(watch)) return;
  }
}

async function filesAt(
  store: ImportFiles,
  path: string,
): Promise<{ readonly paths: readonly string[] } | UnknownSource> {
  const entries = await store.list(path);
  if (entries.length === 0) return { paths: [path] };
  const files = entries.filter(({ name, isFolder }) => !isFolder && /\.json$/i.test(name) && !isDirectory(name));
  if (files.length > 0) return { paths: files.map(({ name }) => `${path}/${name}`).sort() };
  const folders = entries.filter(({ isFolder }) => isFolder).map(({ name }) => name);
  return { problem: folders.length > 0 ? wantsChannel(path, folders) : withoutFiles(path) };
}

/** Files of an export that hold no messages. */
function isDirectory(name: string): boolean {
  return /^(?:users|org_users|channels|groups|dms|mpims|canvases|integration_logs)\.json$/.test(name);
}

function wantsChannel(path: string, folders: readonly string[]): Message {
  const shown = folders.slice(0, 8).join(', ');
  return message('{path} holds folders ({folders}); expected one of them, with a file a day.', {
    path,
    folders: folders.length > 8 ? `${shown} …` : shown,
  });
}

function withoutFiles(path: string): Message {
  return message('{path} holds no JSON file; expected a file a day, as a Slack export has them.', { path });
}

/** Names of people stand beside the folders of the channels. */
async function readPeople(store: ImportFiles): Promise<ReadonlyMap<string, string>> {
  const text = await store.read('users.json');
  return typeof text === 'string' ? readSlackPeople(parseJson(text)?.value) : new Map();
}

/** The channel, or the file's own name. */
function nameOfSource(path: string): string {
  const [file = '', folder] = path.split('/').reverse();
  return folder !== undefined && dayFile.test(file) ? folder : file.replace(/\.\w{1,5}$/, '');
}

const dayFile = /^(\d{4})-(\d{2})-(\d{2})\.json$/;
const dayLength = 24 * 60 * 60_000;

/** A day more on either side: an export's days are those of some zone. */
function mayBeWithin(path: string, { window = {} }: ImportOptions): boolean {
  const match = dayFile.exec(path.slice(path.lastIndexOf('/') + 1));
  const day = match === null ? undefined : utcDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) return true;
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = window;
  return day + 2 * dayLength > from && day - dayLength <= until;
}

function notRead(count: number) {
  const note =
    count === 1
      ? message('1 file of a day outside the window was not read.')
      : message('{count} files of days outside the window were not read.', { count });
  return { note };
}

function collectorOf({ conventions, window = {}, kind }: ImportOptions): Collector {
  return createCollector({
    conventions,
    window,
    most: mostCandidates,
    isSecret: (text) => findSecretLine(text) !== undefined || saidPassword.test(text),
    ...(kind !== undefined && { kind }),
  });
}

/** In a chat passwords are words as well, and behind a colon whatever follows may be one. */
const saidPassword = /\b(?:password|passwd|pwd|passphrase)\s{0,3}[:=]\s{0,3}\S{4}/i;

function contextOf(
  { conventions, timeZone, day, columns = new Map() }: ImportOptions,
  name: string,
  people: ReadonlyMap<string, string>,
): SourceContext {
  return { conventions, timeZone, columns, people, name, ...(day !== undefined && { day }) };
}

function ended(collector: Collector, name: string): ImportReading | UnknownSource {
  const reading = collector.end();
  if (reading.overflow === undefined) return reading;
  const { count, from, until } = reading.overflow;
  return {
    problem: message(
      '{name} has {count} entries from {from} to {until}; at most {most} are read at once. A window is needed.',
      { ...{ name, count, most: mostCandidates }, ...{ from: utcDate(from), until: utcDate(until) } },
    ),
  };
}
