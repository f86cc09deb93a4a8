import assert from 'node:assert/strict';
import { AttachedFiles } from '../../src/extension/forms/attached-files';
import { createInMemoryStore } from '../support/in-memory-store';

const report = 'incidents/2026-11-23-a/report.md';

describe('files attached in the form', () => {
  it('are placed with the entry, each where it stood among the evidence', async () => {
    const attached = new AttachedFiles();
    const [one, two] = ['one', 'two'].map((name) => attached.hold({ name: `${name}.log`, bytes: Buffer.from(name) }));
    assert.ok(one && two);
    const placed = await attached.place(createInMemoryStore(), report, [two, 'https://example.com', one]);
    assert.deepEqual(placed.evidence, [
      '[two.log](evidence/two.log)',
      'https://example.com',
      '[one.log](evidence/one.log)',
    ]);
    assert.deepEqual(
      placed.files.map(({ path }) => path),
      ['incidents/2026-11-23-a/evidence/two.log', 'incidents/2026-11-23-a/evidence/one.log'],
    );
  });

  it('that are held no longer leave nothing in the report', async () => {
    const lost = new AttachedFiles().hold({ name: 'a.log', bytes: Buffer.from('a') });
    const placed = await new AttachedFiles().place(createInMemoryStore(), report, [lost, 'a1b2c3d']);
    assert.deepEqual(placed, { evidence: ['a1b2c3d'], files: [] });
  });
});
