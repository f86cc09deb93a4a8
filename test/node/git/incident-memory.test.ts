import assert from 'node:assert/strict';
import { readMemoryMap, rememberedLines } from '../../../src/core/operations/incident-memory';
import type { GitHistory } from '../../../src/core/ports';
import { createCommitSource, type GitCommitSource } from '../../../src/node/git/commit-source';
import { createTemporaryRepository, type TemporaryRepository } from './temporary-repository';

const before = ['export function size(pods) {', '  return 256 / pods;', '}', ''].join('\n');
const after = [
  'export function size(pods) {',
  '  // A retry needs a connection of its own.',
  '  const half = 256 / pods / 2;',
  '  return half;',
  '}',
  '',
].join('\n');

describe('the memory of a file', () => {
  let repository: TemporaryRepository;
  let source: GitCommitSource;
  let history: GitHistory;
  let fault: string;

  beforeEach(async () => {
    repository = createTemporaryRepository();
    repository.write('src/pool.js', before);
    repository.commit('Take connections from a pool');
    repository.write('src/pool.js', after);
    repository.write('docs/pool.md', 'The pool is halved.\n');
    fault = repository.commit('Halve the pool when retrying');
    source = createCommitSource({ folder: repository.folder, isTrusted: () => true, repositories: () => ({}) });
    const opened = await source.history();
    assert.ok(opened);
    history = opened;
  });
  afterEach(() => {
    source.dispose();
    repository.remove();
  });

  const linesOf = async (path: string, text: string) => {
    const map = await readMemoryMap(history, [fault.slice(0, 12)]);
    return rememberedLines(history, map?.files.get(path) ?? [], text);
  };

  it('names the files that a cited commit touched, and its full hash', async () => {
    const map = await readMemoryMap(history, [fault.slice(0, 12), 'deadbeef0000']);
    assert.deepEqual([...(map?.files.keys() ?? [])].toSorted(), ['docs/pool.md', 'src/pool.js']);
    assert.deepEqual(map?.hashes, new Map([[fault.slice(0, 12), fault]]));
  });

  it('carries the added lines to the text in the editor, saved or not', async () => {
    assert.deepEqual(await linesOf('src/pool.js', after), [{ commit: fault, first: 1, last: 3 }]);
    const edited = `// New head\r\n${after.replace('  return half;', '  return Math.floor(half);').replace(/\n/g, '\r\n')}`;
    assert.deepEqual(await linesOf('src/pool.js', edited), [{ commit: fault, first: 2, last: 3 }]);
  });

  it('is silent where none of the lines is left', async () => {
    assert.deepEqual(await linesOf('src/pool.js', before), []);
    assert.deepEqual(await linesOf('src/other.js', after), []);
  });

  it('follows a file that was renamed since, and forgets one that was deleted', async () => {
    repository.git('mv', 'src/pool.js', 'src/connections.js');
    repository.git('rm', '-q', 'docs/pool.md');
    repository.commit('Name the pool after what it holds');
    const map = await readMemoryMap(history, [fault]);
    assert.deepEqual([...(map?.files.keys() ?? [])], ['src/connections.js']);
    assert.deepEqual(await linesOf('src/connections.js', after), [{ commit: fault, first: 1, last: 3 }]);
  });
});
