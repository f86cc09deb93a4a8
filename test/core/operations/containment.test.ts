import assert from 'node:assert/strict';
import { defaultConventions } from '../../../src/core/model/conventions';
import { checkText } from '../../../src/core/operations/check-files';
import { createCommitSource, type GitCommitSource } from '../../../src/node/git/commit-source';
import { createTemporaryRepository, type TemporaryRepository } from '../../node/git/temporary-repository';
import { createInMemoryStore } from '../../support/in-memory-store';

const report = [
  '---',
  'type: incident-report',
  'status: resolved',
  '---',
  '',
  '# Errors',
  '',
  '## Timeline',
  '',
  '| Time | Kind | Event | Evidence | ID |',
  '| --- | --- | --- | --- | --- |',
  '| 2026-11-23 13:40Z | change | Deploy of 4.18.2 finished. | | E1340 |',
  '| 2026-11-23 14:02Z | impact started | Errors rose. | | E1402 |',
  '',
].join('\n');

describe('the commits of a cause', () => {
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

  async function findings(hash: string): Promise<readonly string[]> {
    const postmortem = `---\ntype: postmortem\nreports: [2026-11-23-errors]\n---\n\n# T\n\n## Root causes and contributing factors\n\n### C1 A\n\n- Commits: introduced \`${hash}\`\n- Evidence: E1340\n`;
    const folder = 'incidents/2026-11-23-errors';
    const store = createInMemoryStore({ [`${folder}/report.md`]: report });
    const options = { conventions: defaultConventions, commitSource: source, store, strict: true };
    const checked = await checkText(`${folder}/postmortem.md`, postmortem, options);
    return (checked?.findings ?? []).map(({ rule }) => rule).filter((rule) => /commit|release/.test(rule));
  }

  it('are held against the release that was deployed, also one from long before', async () => {
    const first = repository.commit('First', '2026-11-20T10:00:00Z');
    repository.git('tag', 'v4.18.2');
    const late = repository.commit('Late', '2026-11-23T11:00:00Z');
    assert.deepEqual(await findings(first), []);
    assert.deepEqual(await findings(late), ['not-in-release']);
  });

  it('are held against the impact that the report tells', async () => {
    repository.commit('First', '2026-11-20T10:00:00Z');
    const after = repository.commit('After', '2026-11-23T14:10:00Z');
    repository.git('tag', 'v4.18.2');
    assert.deepEqual(await findings(after), ['commit-after-impact']);
  });

  it('are left alone where the version is no tag of the repository', async () => {
    const hash = repository.commit('First', '2026-11-20T10:00:00Z');
    repository.git('tag', 'v4.18.1');
    assert.deepEqual(await findings(hash), []);
    assert.deepEqual(await findings('0bad0bad0bad'), ['unknown-commit']);
  });
});
