import { message } from '../model/message';
import { recordKey } from './content-key';
import { firstTextOf, isRecord, type JsonRecord, listAt, textAt } from './json-value';
import { readMachineTime } from './read-instant';
import type { SourceItem, SourceRecord } from './source-record';

/** Runs of GitHub Actions: of `gh run list --json …`, or `{ "workflow_runs": […] }` as the interface gives them. */
export function* readGitHubRuns(value: unknown, file: string): Iterable<SourceItem> {
  for (const [index, run] of runsOf(value).entries()) {
    const where = `${file}, run ${index + 1}`;
    yield isRecord(run) ? readRun(run, where) : { where, skip: 'unreadable' };
  }
}

/** Whether parsed JSON holds runs of GitHub Actions. */
export function isGitHubRuns(value: unknown): boolean {
  const names = ['databaseId', 'workflowName', 'workflowDatabaseId', 'workflow_id', 'run_number'];
  return runsOf(value)
    .slice(0, 50)
    .some((run) => firstTextOf(run, names) !== '');
}

function runsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : listAt(value, 'workflow_runs');
}

/** The end of a run is when what it did had been done; one that goes on has only its start. */
function readRun(run: JsonRecord, where: string): SourceItem {
  const conclusion = textAt(run, 'conclusion');
  const started = firstTextOf(run, ['startedAt', 'run_started_at', 'createdAt', 'created_at']);
  const ended = conclusion === '' ? '' : firstTextOf(run, ['updatedAt', 'updated_at']);
  const stamp = readMachineTime(ended || started);
  if (stamp === undefined) return { where, skip: 'no-time' };
  const attempt = firstTextOf(run, ['attempt', 'run_attempt']);
  const id = firstTextOf(run, ['databaseId', 'id', 'number', 'run_number']) || started;
  const hash = firstTextOf(run, ['headSha', 'head_sha']);
  const actor = textAt(run, 'actor', 'login') || textAt(run, 'triggering_actor', 'login');
  return {
    where,
    // A run that was going on is another record once it has ended.
    key: recordKey('github', [id, attempt, conclusion === '' ? 'started' : ''].filter(Boolean).join('/')),
    stamp,
    text: wordsOf(run, ended === '' ? 'started' : `ended: ${conclusion}`),
    guess: guessOf(run),
    ...(actor !== '' && { actors: [actor] }),
    evidence: [firstTextOf(run, ['url', 'html_url']).replace(/^https:\/\/api\..*$/, ''), hash.slice(0, 12)],
  };
}

function wordsOf(run: JsonRecord, state: string): string {
  const name = firstTextOf(run, ['workflowName', 'name']) || 'workflow';
  const number = firstTextOf(run, ['number', 'run_number']);
  const branch = firstTextOf(run, ['headBranch', 'head_branch']);
  const title = firstTextOf(run, ['displayTitle', 'display_title']);
  const where = branch === '' ? '' : ` on ${branch}`;
  const what = title === '' || title === name ? '' : ` (${title})`;
  return `Workflow ${name}${number === '' ? '' : ` #${number}`}${where} ${state}${what}`;
}

function guessOf(run: JsonRecord): NonNullable<SourceRecord['guess']> {
  const name = `${firstTextOf(run, ['workflowName', 'name'])} ${textAt(run, 'event')}`.toLowerCase();
  const word = /deploy|release|publish|rollout|rollback|promote|migrat/.exec(name)?.[0];
  return word === undefined
    ? { kind: 'note' }
    : { kind: 'change', why: message('"{word}" in the name of the workflow', { word }) };
}
