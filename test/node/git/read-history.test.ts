import assert from 'node:assert/strict';
import { readHistory } from '../../../src/node/git/read-history';
import { createTemporaryRepository } from './temporary-repository';

const at = (text: string) => Date.parse(text);

describe('the history of a window', () => {
  const repository = createTemporaryRepository();
  after(() => repository.remove());

  const read = (from: string, until: string, isTrusted = true) =>
    readHistory({ folder: repository.folder, isTrusted: () => isTrusted }, { from: at(from), until: at(until) });

  it('is empty where nothing was committed yet', async () => {
    assert.deepEqual(await read('2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'), {
      state: 'read',
      history: { commits: [], tags: [] },
    });
  });

  it('has its commits, oldest first, and its tags, both bounds included', async () => {
    repository.commit('Before', '2026-11-22T10:00:00Z');
    const first = repository.commit('Retry on 503', '2026-11-23T10:00:00Z');
    repository.git('tag', 'light');
    const second = repository.commit('Halve the pool', '2026-11-23T12:00:00Z');
    repository.git('tag', '-a', 'v4.18.2', '-m', 'Release');
    repository.commit('After', '2026-11-23T12:00:01Z');
    const answer = await read('2026-11-23T10:00:00Z', '2026-11-23T12:00:00Z');
    assert.equal(answer.state, 'read');
    if (answer.state !== 'read') return;
    assert.deepEqual(
      answer.history.commits.map(({ hash, subject }) => [hash, subject]),
      [
        [first, 'Retry on 503'],
        [second, 'Halve the pool'],
      ],
    );
    assert.deepEqual(answer.history.tags, [{ name: 'light', commit: first }]);
    const wider = await read('2026-11-23T09:00:00Z', '2026-11-23T12:00:00Z');
    assert.deepEqual(wider.state === 'read' && wider.history.tags, [
      { name: 'light', commit: first },
      { name: 'v4.18.2', commit: second, made: at('2026-11-23T09:50:00Z'), by: 'bo' },
    ]);
  });

  it('is not read in a folder that is not trusted, nor outside a repository', async () => {
    assert.deepEqual(await read('2026-11-23T10:00:00Z', '2026-11-23T12:00:00Z', false), { state: 'restricted' });
    const elsewhere = { folder: '/', isTrusted: () => true };
    assert.deepEqual(await readHistory(elsewhere, { from: 0, until: 1 }), { state: 'no-repository' });
  });
});
