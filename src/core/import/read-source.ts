import { type Message, message } from '../model/message';
import { isRecord, parseJson } from './json-value';
import { csvTableOf, readCsv, shownName, type UnclearTable, unnamedTableOf } from './read-csv';
import { isDeployments, readDeployments } from './read-deployments';
import { isGitHubRuns, readGitHubRuns } from './read-github-runs';
import { isPagerDuty, readPagerDuty } from './read-pagerduty';
import { readPlainText } from './read-plain-text';
import { isSlackMessages, readSlackMessages, type SlackThreads } from './read-slack';
import type { SourceContext, SourceItem } from './source-record';

export const importFormats = ['slack', 'pagerduty', 'github', 'deployments', 'csv', 'text'] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface SourceText {
  readonly format: ImportFormat;
  readonly items: Iterable<SourceItem>;
}

/** A text that is none of the sources, with what was expected. */
export interface UnknownSource {
  readonly problem: Message;
  /** Of a table whose columns have to be told apart first. */
  readonly headers?: readonly string[];
}

/** Reads a text as the source that its content says it is. */
export function readSource(
  text: string,
  {
    file,
    threads,
    context,
  }: { readonly file: string; readonly threads: SlackThreads; readonly context: SourceContext },
): SourceText | UnknownSource {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return { problem: message('{file} is empty.', { file }) };
  const json = looksLikeJson(content) ? (parseJson(content) ?? parseJsonLines(content)) : undefined;
  if (json !== undefined) return readJson(json.value, { file, threads, context });
  const table: ReturnType<typeof csvTableOf> = csvTableOf(content, context.columns);
  if (table !== undefined)
    return isUnclear(table) ? table : { format: 'csv', items: readCsv(content, table, file, context) };
  for (const item of readPlainText(content, file, context))
    if ('stamp' in item) return { format: 'text', items: readPlainText(content, file, context) };
  if (looksLikeJson(content)) return brokenJson(file);
  return unnamedTableOf(content) ?? withoutTimes(file);
}

function readJson(
  value: unknown,
  {
    file,
    threads,
    context,
  }: { readonly file: string; readonly threads: SlackThreads; readonly context: SourceContext },
): SourceText | UnknownSource {
  if (isSlackMessages(value)) return { format: 'slack', items: readSlackMessages(value, { file, threads, context }) };
  if (isPagerDuty(value)) return { format: 'pagerduty', items: readPagerDuty(value, file) };
  if (isGitHubRuns(value)) return { format: 'github', items: readGitHubRuns(value, file) };
  if (isDeployments(value)) return { format: 'deployments', items: readDeployments(value, file, context) };
  return {
    problem: message('{file} holds {shape}; expected {expected}.', {
      file,
      shape: shapeOf(value),
      expected: expectedJson,
    }),
  };
}

const expectedJson = 'messages of Slack, log entries of PagerDuty, runs of GitHub Actions, or deployments with a time';

function isUnclear(table: object): table is UnclearTable {
  return 'problem' in table;
}

function looksLikeJson(content: string): boolean {
  return /^\s*(?:\[\s*[[{"\d\]]|\{)/.test(content.slice(0, 1000));
}

/** One object a line, as many tools export. */
function parseJsonLines(content: string): { readonly value: readonly unknown[] } | undefined {
  const values: unknown[] = [];
  for (const line of content.split('\n')) {
    if (line.trim() === '') continue;
    const parsed = parseJson(line);
    if (parsed === undefined || !isRecord(parsed.value)) return undefined;
    values.push(parsed.value);
  }
  return { value: values };
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${shapeOf(value[0])}`;
  if (!isRecord(value)) return value === null ? 'null' : `a ${typeof value}`;
  const keys = Object.keys(value).slice(0, 6);
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.map(shownName).join(', ')}`;
}

function brokenJson(file: string): UnknownSource {
  return { problem: message('{file} looks like JSON but cannot be read as such.', { file }) };
}

function withoutTimes(file: string): UnknownSource {
  return {
    problem: message(
      '{file} has no line that begins with a time, and no header with a time. One of the two is expected.',
      { file },
    ),
  };
}
