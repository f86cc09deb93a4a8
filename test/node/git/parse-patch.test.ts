import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePatches } from '../../../src/node/git/parse-patch';

describe('a patch', () => {
  const hash = 'a1b2c3d4'.repeat(5);
  const filesOf = (patch: string) => parsePatches(`${hash}\n${patch}`).get(hash) ?? [];

  it('gives the hunks of each file, without context', () => {
    const patch = [
      'diff --git a/src/a.js b/src/a.js',
      'index 111..222 100644',
      '--- a/src/a.js',
      '+++ b/src/a.js',
      '@@ -3,2 +3 @@ function a() {',
      '-old();',
      '--- older();',
      '+new();',
      '@@ -9,0 +9 @@',
      '+added();',
      '',
    ].join('\n');
    assert.deepEqual(filesOf(patch), [
      {
        path: 'src/a.js',
        oldPath: 'src/a.js',
        hunks: [
          { oldStart: 3, newStart: 3, removed: ['old();', '-- older();'], added: ['new();'] },
          { oldStart: 9, newStart: 9, removed: [], added: ['added();'] },
        ],
      },
    ]);
  });

  it('knows added, deleted, renamed and binary files', () => {
    const patch = [
      'diff --git a/n.js b/n.js\nnew file mode 100644\n--- /dev/null\n+++ b/n.js\n@@ -0,0 +1 @@\n+x',
      'diff --git a/d.js b/d.js\ndeleted file mode 100644\n--- a/d.js\n+++ /dev/null\n@@ -1 +0,0 @@\n-x',
      'diff --git a/o.js b/m.js\nsimilarity index 100%\nrename from o.js\nrename to m.js',
      'diff --git "a/t\\303\\244.js" "b/t\\303\\244.js"\n--- "a/with \\"quotes\\".js"\n+++ "b/with \\"quotes\\".js"\n@@ -1 +1 @@\n-a\n+b\n',
    ].join('\n');
    const files = filesOf(patch).map(({ path, oldPath, hunks }) => [path, oldPath, hunks.length]);
    assert.deepEqual(files, [
      ['n.js', undefined, 1],
      ['d.js', 'd.js', 1],
      ['m.js', 'o.js', 0],
      ['with "quotes".js', 'with "quotes".js', 1],
    ]);
  });

  it('is read whatever stands there', () => {
    const piece = fc.constantFrom(
      'diff --git a/a b/a',
      '@@ -1 +1 @@',
      '@@',
      '--- ',
      '+++ b/',
      '-x',
      '+y',
      '"',
      '\\',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => {
        parsePatches(lines.join('\n'));
      }),
    );
  });
});
