import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maxEvidenceBytes } from '../../../src/core/model/evidence';
import { formatMessage } from '../../../src/core/model/message';
import { addEvidence, refuseEvidence } from '../../../src/core/operations/add-evidence';
import { evidenceName, freeEvidenceName } from '../../../src/core/operations/evidence-name';
import { createInMemoryStore } from '../../support/in-memory-store';

const folder = 'incidents/2026-11-23-checkout-errors';

describe('evidenceName', () => {
  for (const [proposed, expected] of [
    ['error.log', 'error.log'],
    ['Bildschirmfoto 2026-11-23 um 14.06.12.PNG', 'bildschirmfoto-2026-11-23-um-14-06-12.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a b.txt', 'a-b.txt'],
    ['con.log', 'con-file.log'],
    ['COM1', 'com1-file'],
    ['com¹.txt', 'com1-file.txt'],
    ['.log', 'evidence.log'],
    ['...', 'evidence'],
    ['graph.png:stream', 'graph-png-stream'],
    ['trailing. ', 'trailing'],
    ['a](b).log', 'a-b.log'],
    ['日志.txt', '日志.txt'],
    ['x.tar.gz', 'x-tar.gz'],
    ['', 'evidence'],
  ] as const) {
    it(`makes ${JSON.stringify(expected)} of ${JSON.stringify(proposed)}`, () => {
      assert.equal(evidenceName(proposed), expected);
    });
  }

  it('is one plain name, whatever is proposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (proposed) => {
        const name = evidenceName(proposed);
        assert.match(name, /^[\p{L}\p{N}\p{M}-]+(?:\.[a-z0-9]{1,10})?$/u);
        assert.ok(name.length <= 160, name);
        assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      }),
    );
  });

  it('counts on before the ending where the name is taken in any case', () => {
    assert.equal(freeEvidenceName(new Set(['image.png', 'image-2.png', 'image-3.log']), 'image.png'), 'image-3.png');
    assert.equal(freeEvidenceName(new Set(['notes']), 'notes'), 'notes-2');
  });
});

describe('addEvidence', () => {
  it('puts files under evidence and links them', async () => {
    const store = createInMemoryStore();
    const added = await addEvidence(store, folder, [{ name: 'Error 1.log', bytes: bytesOf('boom') }]);
    assert.deepEqual(added.links, ['[error-1.log](evidence/error-1.log)']);
    assert.deepEqual(
      added.files.map(({ path }) => path),
      [`${folder}/evidence/error-1.log`],
    );
  });

  it('never takes a name that is there in another case, nor one of its own', async () => {
    const store = createInMemoryStore({ [`${folder}/evidence/IMAGE.png`]: 'old' });
    const { files } = await addEvidence(store, folder, [
      { name: 'image.png', bytes: bytesOf('one') },
      { name: 'image.png', bytes: bytesOf('two') },
    ]);
    assert.deepEqual(
      files.map(({ path }) => path.split('/').at(-1)),
      ['image-2.png', 'image-3.png'],
    );
  });

  it('links a file whose bytes are kept already, and reads only those of its length', async () => {
    const store = createInMemoryStore({
      [`${folder}/evidence/graph.png`]: 'same',
      [`${folder}/evidence/other.png`]: 'longer than it',
    });
    const added = await addEvidence(store, folder, [{ name: 'image.png', bytes: bytesOf('same') }]);
    assert.deepEqual(added, { files: [], links: ['[graph.png](evidence/graph.png)'] });
    assert.deepEqual(store.reads, [`${folder}/evidence/graph.png`]);
  });

  it('keeps the same bytes once where they come twice', async () => {
    const twice = { name: 'a.log', bytes: bytesOf('same') };
    const added = await addEvidence(createInMemoryStore(), folder, [twice, twice]);
    assert.equal(added.files.length, 1);
    assert.deepEqual(added.links, ['[a.log](evidence/a.log)', '[a.log](evidence/a.log)']);
  });
});

describe('refuseEvidence', () => {
  const refuse = (name: string, content: string | Uint8Array) => {
    const refusal = refuseEvidence({
      name,
      bytes: typeof content === 'string' ? bytesOf(content) : content,
    });
    return refusal === undefined ? undefined : formatMessage(refusal.say);
  };

  it('says in which line a key stands', () => {
    const log = `one\ntwo\nAuthorization: Bearer ${'q7Rk2ZpX9vLm4Tn8'}\n`;
    assert.equal(refuse('error.log', log), 'error.log looks like it holds a key (line 3). It was not added.');
  });

  it('finds a key in a text of two bytes a sign', () => {
    const text = Buffer.from(`\uFEFFa\r\npassword = ${'Zx81kQm29vTp'}\r\n`, 'utf16le');
    assert.equal(refuse('out.txt', text), 'out.txt looks like it holds a key (line 2). It was not added.');
  });

  it('takes a binary file as it is, but not one that is made for keys', () => {
    assert.equal(refuse('graph.png', Uint8Array.from([0x89, 0x50, 0, 1])), undefined);
    assert.equal(
      refuse('server.p12', Uint8Array.from([0, 1])),
      'server.p12 looks like it holds a key. It was not added.',
    );
  });

  it('keeps to its size', () => {
    const large = new Uint8Array(maxEvidenceBytes + 1);
    assert.match(refuse('dump.bin', large) ?? '', /^dump\.bin is 10\.0 MiB; up to 10 MiB is kept/);
    assert.equal(refuse('dump.bin', large.subarray(1)), undefined);
    assert.equal(refuse('empty.log', ''), 'empty.log is empty. It was not added.');
  });
});

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
