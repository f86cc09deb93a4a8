import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';

const vsix = 'out/incident-docs.vsix';

describe('the packaged extension', () => {
  it('holds the bundles and no sources, tests or node_modules', () => {
    const names = entriesOf(readFileSync(vsix)).filter((name) => name.startsWith('extension/'));
    const expected =
      /^extension\/(?:dist\/(?:(?:extension(?:-\w+)?|cli|yaml|language|import)\.js|preview\.css)|(?:dist\/webview|schemas|snippets|resources|l10n|docs\/rules)\/.+|[^/]+\.(?:json|md|txt))$/;
    assert.deepEqual(
      names.filter((name) => !expected.test(name)),
      [],
    );
    for (const file of [
      'dist/extension.js',
      'dist/cli.js',
      'dist/language.js',
      'dist/import.js',
      'dist/yaml.js',
      'dist/webview/timeline-entry.js',
      'LICENSE.txt',
    ]) {
      assert.ok(names.includes(`extension/${file}`), `${file} is not in it`);
    }
  });

  it('is at most 1.5 MB, its extension bundle at most 350 kB', () => {
    assert.ok(statSync(vsix).size <= 1_500_000, `the VSIX has ${statSync(vsix).size} bytes`);
    assert.ok(
      statSync('dist/extension.js').size <= 350_000,
      `dist/extension.js has ${statSync('dist/extension.js').size} bytes`,
    );
  });

  it('bundles nothing of unified into the extension', () => {
    const { inputs } = JSON.parse(readFileSync('dist/meta/extension.json', 'utf8')) as {
      inputs: Record<string, unknown>;
    };
    const strays = Object.keys(inputs).filter((file) => /node_modules\/(?:unified|remark|micromark|mdast)/.test(file));
    assert.deepEqual(strays, []);
  });
});

/** Names in a zip file, read from its central directory. */
function entriesOf(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = zip.readUInt16LE(end + 10);
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}
