import assert from 'node:assert/strict';
import { defaultConventions } from '../../../src/core/model/conventions';
import { citedCommits, citedRepositories } from '../../../src/core/operations/incident-memory';
import { listIncidents } from '../../../src/core/operations/list-incidents';
import { createInMemoryStore } from '../../support/in-memory-store';

const postmortem = `---
type: postmortem
reports: [2026-11-23-late]
---

# Pool halved

## Root causes and contributing factors

### C1 Retry halved the pool

- Role: trigger
- Commits: introduced \`a1b2c3d4e5f6\`, exposed payments@\`9f8e7d6c5b4a\`, suspect \`1111111aaaaa\`, dismissed \`2222222bbbbb\`
- Actions: A2

## Corrective and preventive actions

| ID | Action | Addresses | Status |
| --- | --- | --- | --- |
| A1 | Set the pool size | C1 | done |
| A2 | Alert on pool use | | open |
| A3 | Test with 64 pods | C1 | in progress |
| A4 | Something else | C2 | open |
`;

describe('cited commits', () => {
  const incidents = () =>
    listIncidents(
      createInMemoryStore({
        '.incidents.yml': '',
        'incidents/2026-11-23-late/report.md': '---\ntype: incident-report\n---\n\n# Late\n',
        'incidents/2026-11-23-late/postmortem.md': postmortem,
      }),
      defaultConventions,
    );

  it('come with their cause and the actions that are still open', async () => {
    const cited = citedCommits(await incidents());
    assert.deepEqual([...cited.keys()], ['a1b2c3d4e5f6']);
    const [one] = cited.get('a1b2c3d4e5f6') ?? [];
    assert.deepEqual([one?.incident.id, one?.cause.id, one?.relation], ['2026-11-23-late', 'C1', 'introduced']);
    assert.deepEqual(
      one?.openActions.map(({ id }) => id),
      ['A2', 'A3'],
    );
  });

  it('are told apart by their repository', async () => {
    assert.deepEqual([...citedCommits(await incidents(), 'payments').keys()], ['9f8e7d6c5b4a']);
    assert.deepEqual(citedRepositories(await incidents()), ['payments']);
  });
});
