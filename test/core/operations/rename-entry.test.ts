import assert from 'node:assert/strict';
import { defaultConventions } from '../../../src/core/model/conventions';
import { applyEdits } from '../../../src/core/model/text';
import { citedPlaces, renameEntry } from '../../../src/core/operations/rename-entry';
import { createInMemoryStore } from '../../support/in-memory-store';

const incident = '2026-11-23-mail-late';
const reportPath = `incidents/${incident}/report.md`;
const postmortemPath = `incidents/${incident}/postmortem.md`;

const report = `---
type: incident-report
---

# Mail late

## Timeline

| Time | Kind | Event | ID |
| --- | --- | --- | --- |
| 2026-11-23 14:02Z | symptom | Mail late, E1402 on the board | E1402 |
| after E1402 | check | Queue at 9 [E1402] | E1403 |

### E1402

The text of E1402.

## Actions taken during response

- restarted a worker [E1402, E1403], see \`[E1402]\`
`;

const postmortem = `---
type: postmortem
reports: [${incident}]
---

# Mail late

## Root causes and contributing factors

### C1 Pool too small

- Role: trigger
- Evidence: E1402, [graph](https://graphs.example.com)

It began with [E1402].
`;

const store = createInMemoryStore({ [reportPath]: report, [postmortemPath]: postmortem });

describe('the citations of an entry', () => {
  it('are found in brackets, as bounds, as evidence and in the heading of its own, in both documents', async () => {
    const places = await citedPlaces(store, defaultConventions, { incident, id: 'E1402' });
    const shown = places.map(({ path, line }) => `${path === reportPath ? 'report' : 'postmortem'} ${line}`);
    const inReport = ['report 11', 'report 11', 'report 13', 'report 19'];
    assert.deepEqual(shown, [...inReport, 'postmortem 12', 'postmortem 14']);
  });

  it('are renamed with the entry, and nothing else is', async () => {
    const change = await renameEntry(store, defaultConventions, { incident, from: 'E1402', to: 'E1405' });
    const [one, other] = change.edits.map(({ base, edits }) => applyEdits(base, edits));
    const renamed = report
      .replaceAll('E1402', 'E1405')
      .replace('late, E1405 on', 'late, E1402 on')
      .replace('text of E1405', 'text of E1402')
      .replace('`[E1405]`', '`[E1402]`');
    assert.equal(one, renamed);
    assert.equal(other, postmortem.replaceAll('E1402', 'E1405'));
  });

  it('of an entry that is not there are left alone', async () => {
    const nothing = await renameEntry(store, defaultConventions, { incident, from: 'E9', to: 'E10' });
    assert.deepEqual(nothing, { creates: [], edits: [] });
  });
});
