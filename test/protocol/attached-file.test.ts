import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attachMessage, maxEvidenceBytes, readAttached, writeAttached } from '../../src/protocol/attached-file';
import { parseFromWebview } from '../../src/protocol/timeline-entry';

describe('an attached file among the evidence', () => {
  it('is read as it was written, whatever its name', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(1e8), fc.string({ minLength: 1, maxLength: 200 }), (key, size, name) => {
        assert.deepEqual(readAttached(writeAttached({ key, size, name })), { key, size, name });
      }),
    );
  });

  it('is no link, no commit and no other text', () => {
    for (const text of ['https://example.com', 'a1b2c3d', 'attached:1:2:x', '[a](evidence/a.log)', '']) {
      assert.equal(readAttached(text), undefined);
    }
  });
});

describe('the messages of attaching', () => {
  it('hold whole files up to the size that is kept, and nothing else', () => {
    const file = { name: 'a.log', size: 3, base64: 'Ym9vbQ==' };
    const message = { type: 'attach', files: [file] };
    assert.deepEqual(parseFromWebview(message), message);
    const largest = 'A'.repeat(4 * Math.ceil(maxEvidenceBytes / 3));
    assert.ok(attachMessage.parse({ type: 'attach', files: [{ ...file, base64: largest }] }));
    for (const wrong of [
      { type: 'attach', files: [{ ...file, base64: `${largest}A` }] },
      { type: 'attach', files: [{ ...file, path: '/etc/passwd' }] },
      { type: 'attach', files: Array.from({ length: 21 }, () => file) },
      { type: 'attach-addresses', addresses: [7] },
      { type: 'choose-files', folder: '/' },
    ]) {
      assert.equal(parseFromWebview(wrong), undefined);
    }
  });
});
