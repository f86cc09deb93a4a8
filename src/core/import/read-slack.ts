import { recordKey } from './content-key';
import { guessKind } from './guess-kind';
import { firstTextOf, isRecord, type JsonRecord, listAt, textAt, valueAt } from './json-value';
import { readSlackText } from './slack-text';
import type { SourceContext, SourceItem, SourceRecord } from './source-record';

/** Words of the first message of each thread, by its `ts`; a reader adds to it from one day to the next. */
export type SlackThreads = Map<string, string>;

/** Messages of one day of a channel, or what Slack's interface answers for a channel. */
export function* readSlackMessages(
  value: unknown,
  {
    file,
    threads,
    context,
  }: { readonly file: string; readonly threads: SlackThreads; readonly context: SourceContext },
): Iterable<SourceItem> {
  const messages = Array.isArray(value) ? value : listAt(value, 'messages');
  for (const [index, message] of messages.entries()) {
    const where = `${file}, message ${index + 1}`;
    if (!isRecord(message)) yield { where, skip: 'unreadable' };
    else yield readMessage(message, { where, threads, context });
  }
}

/** Whether parsed JSON holds messages of Slack. */
export function isSlackMessages(value: unknown): boolean {
  const messages = Array.isArray(value) ? value : listAt(value, 'messages');
  return messages.slice(0, 50).some((one) => textAt(one, 'ts') !== '' && timeOf(textAt(one, 'ts')) !== undefined);
}

/** Names by user id of an export's `users.json`. */
export function readSlackPeople(value: unknown): ReadonlyMap<string, string> {
  const users = Array.isArray(value) ? value : listAt(value, 'members');
  return new Map(
    users.flatMap((user) => {
      const name = nameOf(valueAt(user, 'profile')) || firstTextOf(user, ['real_name', 'name']);
      const id = textAt(user, 'id');
      return id === '' || name === '' ? [] : [[id, name] as const];
    }),
  );
}

function readMessage(
  message: JsonRecord,
  {
    where,
    threads,
    context,
  }: { readonly where: string; readonly threads: SlackThreads; readonly context: SourceContext },
): SourceItem {
  const ts = textAt(message, 'ts');
  const at = timeOf(ts);
  if (at === undefined) return { where, skip: 'no-time' };
  const subtype = textAt(message, 'subtype');
  if (subtype !== '' && !spoken.has(subtype)) return { where, skip: 'housekeeping' };
  const { text, links } = wordsOf(message, context);
  if (/^(?:\s*\([a-z][^()]{0,60}\))*\s*$/.test(text) && links.length === 0) return { where, skip: 'empty' };
  const thread = textAt(message, 'thread_ts');
  if (thread === ts) threads.set(ts, quoteOf(text));
  const parent = thread !== '' && thread !== ts ? threads.get(thread) : undefined;
  return {
    where,
    key: recordKey('slack', `${context.name}/${ts}`),
    stamp: { kind: 'exact', at, seconds: true },
    text: parent === undefined ? text : `In reply to "${parent}": ${text}`,
    // The words that are quoted are not this message's.
    guess: guessKind(text),
    ...(isBot(message) && { isAutomatic: true }),
    ...authorOf(message, context),
    evidence: links,
  };
}

/** Kinds of message that people or programs said something in; the others tell of the channel itself. */
const spoken: ReadonlySet<string> = new Set([
  ...['bot_message', 'me_message', 'file_share', 'thread_broadcast', 'file_comment', 'slackbot_response'],
]);

/** `1700000000.000100`: seconds, and a number that tells messages of one second apart. */
function timeOf(ts: string): number | undefined {
  const seconds = /^(\d{9,11})(?:\.\d{1,9})?$/.exec(ts)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function isBot(message: JsonRecord): boolean {
  return textAt(message, 'subtype') === 'bot_message' || textAt(message, 'bot_id') !== '';
}

function authorOf(message: JsonRecord, { people }: SourceContext): Pick<SourceRecord, 'actors'> {
  const user = textAt(message, 'user');
  const name = people.get(user) || nameOf(valueAt(message, 'user_profile')) || textAt(message, 'username') || user;
  return name === '' || isBot(message) ? {} : { actors: [name] };
}

function nameOf(profile: unknown): string {
  return firstTextOf(profile, ['display_name', 'real_name', 'name']);
}

/** The text, what programs put into attachments, and the files. */
function wordsOf(message: JsonRecord, { people }: SourceContext): { readonly text: string; readonly links: string[] } {
  const attached = listAt(message, 'attachments').slice(0, 10);
  const parts = [
    textAt(message, 'text'),
    ...(textAt(message, 'text') === '' ? attached.map((one) => firstTextOf(one, ['fallback', 'title', 'text'])) : []),
  ].filter((part) => part !== '');
  const read = parts.map((part) => readSlackText(part, people));
  const files = listAt(message, 'files').slice(0, 10);
  const names = files.map((file) => firstTextOf(file, ['title', 'name'])).filter((name) => name !== '');
  const links = [
    ...read.flatMap((one) => one.links),
    ...attached.map((one) => firstTextOf(one, ['title_link', 'from_url'])),
    ...files.map((file) => textAt(file, 'permalink')),
  ].filter((link) => /^https?:\/\//i.test(link));
  const text = read.map((one) => one.text).join(' ');
  return { text: names.length === 0 ? text : `${text} (file: ${names.join(', ')})`.trim(), links };
}

const longestQuote = 60;

function quoteOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/"/g, "'").trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
