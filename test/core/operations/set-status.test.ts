import assert from 'node:assert/strict';
import { defaultConventions } from '../../../src/core/model/conventions';
import { applyEdits } from '../../../src/core/model/text';
import { missingMilestone, setStatus } from '../../../src/core/operations/set-status';

const text = `---\r
type: incident-report\r
status:   monitoring # by bo\r
x: 1\r
---\r
\r
# Title\r
\r
## Timeline\r
\r
| Time | Kind | Event | ID | Mood |\r
| --- | --- | --- | --- | --- |\r
| 2026-11-23 14:02Z | impact started | Errors rose. | E1402 | :( |\r
| 2026-11-23 14:50Z | note | Watched. | E1450 | :) |\r
`;

describe('setting the status', () => {
  it('changes the value alone', () => {
    const after = applyEdits(text, setStatus(text, { status: 'resolved' }, defaultConventions));
    assert.equal(after, text.replace('monitoring', 'resolved'));
  });

  it('adds the milestone at its place, in the same change', () => {
    const stamp = { kind: 'exact', at: Date.UTC(2026, 10, 23, 14, 40), seconds: false } as const;
    const edits = setStatus(text, { status: 'resolved', milestone: { kind: 'resolved', stamp } }, defaultConventions);
    const row = '| 2026-11-23 14:40Z | resolved | Status set to resolved. | E1440 |  |\r\n';
    const expected = text.replace('monitoring', 'resolved').replace('| 2026-11-23 14:50Z', `${row}| 2026-11-23 14:50Z`);
    assert.equal(
      applyEdits(text, edits).replace(/\| *\|\r\n\| 2026-11-23 14:50Z/, '|  |\r\n| 2026-11-23 14:50Z'),
      expected,
    );
  });

  it('asks for the milestone of the status where no entry sets it', () => {
    const missing = (status: 'investigating' | 'resolved' | 'monitoring' | 'closed', given = text) =>
      missingMilestone(given, status, defaultConventions);
    assert.equal(missing('resolved'), 'resolved');
    assert.equal(missing('monitoring'), 'mitigated');
    assert.equal(missing('closed'), 'closed');
    assert.equal(missing('investigating'), undefined);
    assert.equal(missing('monitoring', text.replace('| note', '| mitigated')), undefined);
  });
});
