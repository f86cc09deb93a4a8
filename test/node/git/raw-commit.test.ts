import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChanges } from '../../../src/node/git/changed-files';
import { parseCommit } from '../../../src/node/git/raw-commit';

const hash = 'a'.repeat(40);
const parent = 'b'.repeat(40);

function commitObject({
  author = 'alice <a@example.org> 1700000000 +0100',
  extra = '',
  message = 'Subject\n',
} = {}): string {
  return `tree ${hash}\nparent ${parent}\nauthor ${author}\ncommitter bo <b@example.org> 1700000060 -0530\n${extra}\n${message}`;
}

describe('a commit object', () => {
  it('gives people, times in UTC, parents and the first paragraph', () => {
    assert.deepEqual(parseCommit(hash, Buffer.from(commitObject({ message: '\nRetry\n  on 503\n \nBody\n' }))), {
      hash,
      subject: 'Retry on 503',
      author: 'alice',
      authored: 1_700_000_000_000,
      committed: 1_700_000_060_000,
      parents: [parent],
    });
  });

  it('is read past signatures and merged tags', () => {
    const extra = `gpgsig -----BEGIN\n author eve <e> 1 +0000\n -----END\nmergetag object ${parent}\n tagger eve <e> 1 +0000\n`;
    const commit = parseCommit(hash, Buffer.from(commitObject({ extra })));
    assert.equal(commit?.author, 'alice');
    assert.equal(commit?.subject, 'Subject');
  });

  it('is decoded as its encoding says, and as UTF-8 where nobody knows that encoding', () => {
    const extra = 'encoding ISO-8859-1\n';
    const latin = Buffer.from(
      commitObject({ author: 'Zo\u00eb <z@example.org> 1 +0000', extra, message: 'Caf\u00e9\n' }),
      'latin1',
    );
    assert.equal(parseCommit(hash, latin)?.author, 'Zo\u00eb');
    assert.equal(parseCommit(hash, latin)?.subject, 'Caf\u00e9');
    const odd = Buffer.from(commitObject({ extra: 'encoding x-nobody\n', message: 'Caf\u00e9\n' }));
    assert.equal(parseCommit(hash, odd)?.subject, 'Caf\u00e9');
  });

  it('may lack names and messages, and is nothing without times', () => {
    assert.equal(parseCommit(hash, Buffer.from(commitObject({ author: '<> 1 +0000', message: '' })))?.author, '');
    assert.equal(parseCommit(hash, Buffer.from(commitObject({ author: 'alice' }))), undefined);
    assert.equal(parseCommit(hash, Buffer.from('')), undefined);
  });

  it('never throws, and is not slow on a mebibyte of signs', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseCommit(hash, Buffer.from(bytes))));
    for (const sign of ['<', '>', ' ', '\n', 'author <']) {
      const many = sign.repeat(1 << 20);
      parseCommit(hash, Buffer.from(commitObject({ author: many.replaceAll('\n', ' '), message: many })));
    }
  });
});

describe('a list of changed files', () => {
  it('is read whatever the output is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\0', 'R', 'A', 'x') }),
        (text) => void parseChanges(Buffer.from(text)),
      ),
    );
  });
});
