import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createObjectStream, type StreamedObject } from '../../../src/node/git/object-stream';

const hash = 'a'.repeat(40);

/** Feeds the bytes in parts of these lengths, over and over. */
function read(bytes: Buffer, lengths: readonly number[], largest = 100): readonly StreamedObject[] {
  const objects: StreamedObject[] = [];
  const stream = createObjectStream(largest, (object) => objects.push(object));
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const end = at + (lengths[turn % lengths.length] ?? 1);
    assert.ok(stream(bytes.subarray(at, end)));
    at = end;
  }
  return objects;
}

describe('the output of cat-file', () => {
  it('gives the same objects however it comes in parts', () => {
    const object = fc.oneof(
      fc.constantFrom('missing', 'ambiguous'),
      fc.string({ unit: fc.constantFrom('a', '\n', ' ', 'ü'), maxLength: 140 }),
    );
    const parts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(object, { maxLength: 8 }), parts, (objects, lengths) => {
        const output = objects.map((text) =>
          text === 'missing' || text === 'ambiguous'
            ? `deadbee ${text}\n`
            : `${hash} blob ${Buffer.byteLength(text)}\n${text}\n`,
        );
        const states = read(Buffer.from(output.join('')), lengths).map((one) =>
          one.state === 'found' ? one.object.toString() : one.state,
        );
        const tooLarge = (text: string) => (Buffer.byteLength(text) > 100 ? 'too-large' : text);
        assert.deepEqual(states, objects.map(tooLarge));
      }),
    );
  });

  it('is given up where it is not understood, and does not grow without an end', () => {
    const stream = () => createObjectStream(10, () => assert.fail());
    assert.equal(stream()(Buffer.from('fatal: what\n')), false);
    assert.equal(stream()(Buffer.alloc(20_000, 65)), false);
  });
});
