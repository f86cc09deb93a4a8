import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/model/message';
import {
  describeRecorded,
  type RecordedTimes,
  recordedTimes,
  type VersionCache,
} from '../../../src/core/operations/recorded-times';
import type { GitHistory } from '../../../src/core/ports';
import { createCommitSource, type GitCommitSource } from '../../../src/node/git/commit-source';
import { createTemporaryRepository, type TemporaryRepository } from './temporary-repository';

const path = 'incidents/2026-11-23-a/report.md';

describe('recordedTimes', () => {
  let repository: TemporaryRepository;
  let source: GitCommitSource;
  beforeEach(() => {
    repository = createTemporaryRepository();
    source = createCommitSource({ folder: repository.folder, isTrusted: () => true, repositories: () => ({}) });
  });
  afterEach(() => {
    source.dispose();
    repository.remove();
  });

  it('finds the commit that first held an entry, by its id or as it is written', async () => {
    commit('2026-11-23T14:10:00Z', row('14:02Z', 'First.', 'E1402'));
    commit('2026-11-23T15:20:00Z', row('14:02Z', 'First, in other words.', 'E1402'), row('14:36Z', 'Second.', ''));
    commit('2026-11-23T16:00:00Z', row('14:02Z', 'First, in other words.', 'E1402'), row('14:36Z', 'Second.', ''));
    const times = await read();
    assert.equal(clockOf(times, { id: 'E1402' }), '14:10 alice');
    assert.equal(clockOf(times, { text: row('14:36Z', 'Second.', '') }), '15:20 alice');
    assert.equal(times?.of({ id: 'E1499' }), undefined);
  });

  it('follows a report whose folder was renamed', async () => {
    commit('2026-11-23T14:10:00Z', row('14:02Z', 'First.', 'E1402'));
    repository.git('mv', 'incidents/2026-11-23-a', 'incidents/2026-11-23-b');
    repository.commit('rename', '2026-11-23T18:00:00Z');
    assert.equal(clockOf(await read('incidents/2026-11-23-b/report.md'), { id: 'E1402' }), '14:10 alice');
  });

  it('says nothing of what the oldest commit of a shallow clone holds', async () => {
    commit('2026-11-23T14:10:00Z', row('14:02Z', 'First.', 'E1402'));
    commit('2026-11-23T15:20:00Z', row('14:02Z', 'First.', 'E1402'), row('14:36Z', 'Second.', 'E1436'));
    commit(
      '2026-11-23T15:40:00Z',
      row('14:02Z', 'First.', 'E1402'),
      row('14:36Z', 'Second.', 'E1436'),
      row('15:21Z', 'Third.', 'E1521'),
    );
    const shallow = `${repository.folder}/shallow`;
    repository.git('clone', '-q', '--depth', '2', `file://${repository.folder}`, shallow);
    const cloned = createCommitSource({ folder: shallow, isTrusted: () => true, repositories: () => ({}) });
    const history = await cloned.history();
    assert.ok(history);
    const times = await recordedTimes(history, path, new Map());
    cloned.dispose();
    assert.equal(times?.of({ id: 'E1402' }), undefined);
    assert.equal(times?.of({ id: 'E1436' }), undefined);
    assert.equal(clockOf(times, { id: 'E1521' }), '15:40 alice');
  });

  it('says nothing of a report that was never committed', async () => {
    commit('2026-11-23T14:10:00Z', row('14:02Z', 'First.', 'E1402'));
    repository.write('incidents/new/report.md', 'x');
    assert.equal(await read('incidents/new/report.md'), undefined);
  });

  it('reads each version once', async () => {
    commit('2026-11-23T14:10:00Z', row('14:02Z', 'First.', 'E1402'));
    commit('2026-11-23T14:20:00Z', row('14:02Z', 'First.', 'E1402'), row('14:15Z', 'Second.', 'E1415'));
    const history = await source.history();
    assert.ok(history);
    const asked: string[] = [];
    const counting: GitHistory = {
      ...history,
      texts: (files, signal) => {
        asked.push(...files.map(({ commit }) => commit));
        return history.texts(files, signal);
      },
    };
    const cache: VersionCache = new Map();
    await recordedTimes(counting, path, cache);
    await recordedTimes(counting, path, cache);
    assert.equal(asked.length, 2);
  });

  function commit(at: string, ...rows: readonly string[]): void {
    const head = '---\ntype: incident-report\n---\n# A\n\n## Timeline\n\n| Time | Event | ID |\n| --- | --- | --- |\n';
    repository.write(path, `${head}${rows.join('\n')}\n`);
    repository.git('config', 'user.name', 'alice');
    repository.commit(`at ${at}`, at);
  }

  async function read(report = path): Promise<RecordedTimes | undefined> {
    const history = await source.history();
    assert.ok(history);
    return recordedTimes(history, report, new Map());
  }
});

describe('describeRecorded', () => {
  const at = Date.UTC(2026, 10, 23, 14, 36);
  const stamp = { kind: 'exact', at, seconds: false } as const;
  const words = (minutes: number) => {
    const described = describeRecorded(stamp, { at: at + minutes * 60_000, by: 'bo' });
    return described && formatMessage(described);
  };

  it('says when and by whom, from 15 min late on', () => {
    assert.equal(words(44), 'Recorded 15:20 UTC by bo, 44 min after');
    assert.equal(words(15), 'Recorded 14:51 UTC by bo, 15 min after');
    assert.equal(words(14), undefined);
    assert.equal(words(-5), undefined);
  });

  it('names another day', () => {
    assert.equal(words(24 * 60), 'Recorded 2026-11-24 14:36 UTC by bo, 1 day after');
  });

  it('says nothing of a time that is not known', () => {
    assert.equal(describeRecorded({ kind: 'unknown' }, { at, by: 'bo' }), undefined);
    assert.equal(describeRecorded(stamp, undefined), undefined);
  });
});

function row(time: string, event: string, id: string): string {
  return `| 2026-11-23 ${time} | ${event} | ${id} |`;
}

function clockOf(times: RecordedTimes | undefined, entry: { readonly id?: string; readonly text?: string }) {
  const recorded = times?.of(entry);
  return recorded && `${new Date(recorded.at).toISOString().slice(11, 16)} ${recorded.by}`;
}
