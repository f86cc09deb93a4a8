import assert from 'node:assert/strict';
import { defaultConventions } from '../../../src/core/model/conventions';
import { applyEdits } from '../../../src/core/model/text';
import { addTimelineEntry, type EntryDraft } from '../../../src/core/operations/add-timeline-entry';
import { checkEvent } from '../../../src/core/operations/check-event';
import { moveEventSentences } from '../../../src/core/operations/move-event-sentences';
import { createInMemoryStore } from '../../support/in-memory-store';

const path = 'incidents/2026-11-23-checkout-errors/report.md';
const report = `---
type: incident-report
severity: SEV2
status: investigating
---

# Checkout errors

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |
| 2026-11-23 14:02:10Z | impact started | Errors rose to 38 %. | | E1402 |
`;

async function save(event: string, moves: 'all' | 'none') {
  const store = createInMemoryStore({ [path]: report });
  const at = Date.UTC(2026, 10, 23, 14, 35, 20);
  const draft: EntryDraft = {
    stamp: { kind: 'exact', at, seconds: true },
    kind: 'symptom',
    event,
    systems: [],
    actors: [],
    evidence: [],
  };
  const { id, edits } = addTimelineEntry(report, draft, defaultConventions);
  const added = { creates: [], edits: [{ path, base: report, edits }] };
  const starts = checkEvent(event, 'investigating', defaultConventions).map(({ span }) => span.start);
  const change = await moveEventSentences(store, defaultConventions, {
    added,
    id,
    event,
    moves: moves === 'all' ? starts : [],
    now: at,
  });
  const own = change.edits.find((one) => one.path === path);
  assert.ok(own !== undefined);
  return { change, text: applyEdits(own.base, own.edits) };
}

describe('saving an entry whose explanation moves', () => {
  it('writes the observation into the report and the explanation into the postmortem, as one change', async () => {
    const { change, text } = await save('Errors fell to 0.4 % because the rollback had finished.', 'all');
    assert.match(text, /\| Errors fell to 0\.4 %\. \|/);
    assert.doesNotMatch(text, /because/);
    assert.equal(change.edits.length, 1);
    assert.match(change.creates[0]?.text ?? '', /the rollback had finished/);
  });

  it('only adds the entry where nothing is to move', async () => {
    const { change, text } = await save('Errors fell because the rollback had finished.', 'none');
    assert.match(text, /\| Errors fell because the rollback had finished\. \|/);
    assert.deepEqual(change.creates, []);
  });

  it('touches nothing of the report but its row', async () => {
    const { text } = await save('Errors fell to 0.4 % because the rollback had finished.', 'all');
    const lines = text.split('\n');
    const others = lines.filter((line) => !line.includes('Errors fell'));
    assert.deepEqual(others.filter((line) => report.split('\n').includes(line)).length, report.split('\n').length);
  });
});
