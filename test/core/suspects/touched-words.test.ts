import assert from 'node:assert/strict';
import { formerPlace, touchedWords } from '../../../src/core/suspects/touched-words';

describe('the words that a fix took exception to', () => {
  it('are those that the line which took the place of a removed one does not have', () => {
    const line = '\tfor (at = 0; at <= dev->slots; ++at)';
    assert.deepEqual(touchedWords(line, { added: ['\tfor (at = 0; at < dev->slots; ++at)'] }), ['<=']);
  });

  it('are not known where nothing took its place, or where something was only put in', () => {
    assert.equal(touchedWords('drop(dev->table);', { added: [] }), undefined);
    assert.equal(touchedWords('drop(dev->table);', { added: ['return -EINVAL;'] }), undefined);
    assert.equal(touchedWords('limit = size * 2;', { added: ['limit = min(size * 2, 255);'] }), undefined);
  });

  it('lead through a commit that renamed what stands around them', () => {
    const removed = ['\tu32 i;', '\tfor (i = 0; i <= dev->slots; i++)'];
    assert.equal(formerPlace('\tfor (at = 0; at <= dev->slots; at++)', ['<='], { removed }), 1);
  });

  it('stay with the commit that brought them', () => {
    const removed = ['\tfor (at = 0; at < dev->slots; at++)'];
    assert.equal(formerPlace('\tfor (at = 0; at <= dev->slots; at++)', ['<='], { removed }), undefined);
    assert.equal(formerPlace('\tfor (at = 0; at <= dev->slots; at++)', ['<='], { removed: [] }), undefined);
  });

  it('are compared in lines of any length without being slow for it', () => {
    const long = 'a<='.repeat(100_000);
    assert.equal(touchedWords(long, { added: Array.from({ length: 5000 }, () => long) }), undefined);
  });
});
