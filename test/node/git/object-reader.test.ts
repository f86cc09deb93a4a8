import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findGit } from '../../../src/node/git/find-git';
import { commitName, fileName, type ObjectName } from '../../../src/node/git/object-name';
import { ObjectReader } from '../../../src/node/git/object-reader';
import { createTemporaryRepository, type TemporaryRepository } from './temporary-repository';

describe('the process that reads objects', () => {
  let repository: TemporaryRepository;
  const readers: ObjectReader[] = [];

  beforeEach(() => {
    repository = createTemporaryRepository();
  });

  afterEach(() => {
    for (const reader of readers.splice(0)) reader.dispose();
    repository.remove();
  });

  async function open(script?: string): Promise<ObjectReader> {
    const own = join(dirname(repository.folder), 'git.sh');
    if (script !== undefined) {
      writeFileSync(own, `#!/bin/sh\n${script}\n`);
      chmodSync(own, 0o755);
    }
    const path = script === undefined ? ((await findGit(process.env)) ?? '') : own;
    const times = script === undefined ? {} : { answerTime: 50 };
    const reader = new ObjectReader({ path, environment: process.env }, repository.folder, times);
    readers.push(reader);
    return reader;
  }

  function named(hash: string): ObjectName {
    const name = commitName(hash);
    assert.ok(name !== undefined);
    return name;
  }

  it('keeps its place past an object that is too large', async () => {
    repository.write('large', 'x'.repeat(3 * 1024 * 1024));
    repository.write('small', 'y');
    const hash = repository.commit('First');
    const reader = await open();
    const answers = await Promise.all(
      ['small', 'large', 'gone', 'small'].map((path) => {
        const name = fileName(hash, path);
        return name === undefined ? undefined : reader.read(name);
      }),
    );
    assert.deepEqual(
      answers.map((answer) => (answer?.state === 'found' ? answer.object.toString() : answer?.state)),
      ['y', 'too-large', 'missing', 'y'],
    );
  });

  it('is given up where it does not answer, and every question ends', async () => {
    const reader = await open('sleep 600');
    const answers = await Promise.all([reader.read(named('deadbeef')), reader.read(named('deadbee0'))]);
    assert.deepEqual(answers, [{ state: 'failed' }, { state: 'failed' }]);
  });

  it('is given up where it talks of something else', async () => {
    const reader = await open('while read line; do echo what; done');
    assert.deepEqual(await reader.read(named('deadbeef')), { state: 'failed' });
  });

  it('says that git refuses the repository where git ends at once', async () => {
    const reader = await open('exit 128');
    assert.deepEqual(await reader.read(named('deadbeef')), { state: 'refused' });
  });

  it('drops questions that were cancelled, and answers the others', async () => {
    const hash = repository.commit('First');
    const reader = await open();
    const controller = new AbortController();
    const cancelled = Array.from({ length: 600 }, () => reader.read(named(hash), controller.signal));
    const kept = reader.read(named(hash));
    controller.abort();
    assert.ok((await Promise.all(cancelled)).every(({ state }) => state === 'failed'));
    assert.equal((await kept).state, 'found');
  });

  it('answers nothing once it is disposed', async () => {
    const reader = await open();
    const asked = reader.read(named('deadbeef'));
    reader.dispose();
    assert.deepEqual(await asked, { state: 'failed' });
    assert.deepEqual(await reader.read(named('deadbeef')), { state: 'failed' });
  });
});
