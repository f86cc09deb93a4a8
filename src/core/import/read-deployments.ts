import { contentKey, recordKey } from './content-key';
import { firstTextOf, isRecord, type JsonRecord, listAt, textAt, valueAt } from './json-value';
import { readWrittenTime } from './read-instant';
import type { SourceContext, SourceItem } from './source-record';

/** Deployments as JSON of any tool: a list of objects with a time and what was deployed, alone or under a key. */
export function* readDeployments(value: unknown, file: string, context: SourceContext): Iterable<SourceItem> {
  for (const [index, deployment] of deploymentsOf(value).entries()) {
    const where = `${file}, record ${index + 1}`;
    yield isRecord(deployment) ? readDeployment(deployment, where, context) : { where, skip: 'unreadable' };
  }
}

/** Whether parsed JSON holds objects that can be read as deployments. */
export function isDeployments(value: unknown): boolean {
  const some = deploymentsOf(value).slice(0, 50);
  return some.some((one) => firstTextOf(one, times) !== '' && nameOf(one) + versionOf(one) + environmentOf(one) !== '');
}

const times = [
  ...['deployed_at', 'deployedAt', 'finished_at', 'finishedAt', 'completed_at', 'completedAt', 'updated_at'],
  ...['updatedAt', 'started_at', 'startedAt', 'created_at', 'createdAt', 'timestamp', 'time', 'date', 'at'],
];
const names = ['service', 'application', 'app', 'component', 'project', 'system', 'name'];
const versions = ['version', 'tag', 'release', 'image', 'ref', 'revision', 'sha', 'commit'];
const lists = ['deployments', 'deploys', 'releases', 'items', 'data', 'results', 'values'];

function deploymentsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const key = lists.find((one) => listAt(value, one).length > 0);
  return key === undefined ? [] : listAt(value, key);
}

function readDeployment(one: JsonRecord, where: string, { timeZone }: SourceContext): SourceItem {
  const written = firstTextOf(one, times);
  const time = readWrittenTime(written, { timeZone });
  if (time === undefined) return { where, skip: 'no-time' };
  const id = firstTextOf(one, ['id', 'deployment_id', 'deploymentId', 'uuid']);
  const text = wordsOf(one);
  const actor = personOf(one);
  const service = nameOf(one);
  return {
    where,
    key: id === '' ? contentKey('deployment', written, text) : recordKey('deployment', id),
    ...time,
    text,
    kind: 'change',
    ...(actor !== '' && { actors: [actor] }),
    ...(service !== '' && { systems: [service] }),
    evidence: [firstTextOf(one, ['html_url', 'web_url', 'link', 'url']), hashOf(one)],
  };
}

function wordsOf(one: JsonRecord): string {
  const what = [nameOf(one), versionOf(one)].filter(Boolean).join(' ') || 'deployment';
  const where = environmentOf(one) === '' ? '' : ` to ${environmentOf(one)}`;
  const state = firstTextOf(one, ['status', 'state', 'result', 'conclusion']);
  const said = firstTextOf(one, ['description', 'message', 'title']);
  return `Deployment of ${what}${where}${state === '' ? '' : `: ${state}`}${said === '' ? '' : ` (${said})`}`;
}

function nameOf(one: unknown): string {
  return firstTextOf(one, names) || firstTextOf(valueAt(one, 'service'), ['name']);
}

function versionOf(one: unknown): string {
  return firstTextOf(one, versions);
}

function environmentOf(one: unknown): string {
  return firstTextOf(one, ['environment', 'env', 'stage', 'cluster']) || textAt(one, 'environment', 'name');
}

function personOf(one: unknown): string {
  const keys = ['user', 'deployed_by', 'deployedBy', 'actor', 'author', 'creator', 'triggered_by'];
  return (
    firstTextOf(one, keys) ||
    keys.map((key) => firstTextOf(valueAt(one, key), ['login', 'username', 'name'])).find(Boolean) ||
    ''
  );
}

function hashOf(one: unknown): string {
  const hash = firstTextOf(one, ['sha', 'commit', 'revision', 'commit_sha', 'commitSha']);
  return /^[0-9a-f]{7,40}$/.test(hash) ? hash.slice(0, 12) : '';
}
