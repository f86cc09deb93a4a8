import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { commands } from '../src/cli/commands';
import { readLintArguments } from '../src/cli/lint-options';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const page = readFileSync('docs/continuous-integration.md', 'utf8');

describe('.pre-commit-hooks.yaml', () => {
  const hooks: readonly Readonly<Record<string, string>>[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

  it('runs the command that the package installs, with options that it has', () => {
    assert.ok(hooks.length > 0);
    for (const { id, language, entry = '' } of hooks) {
      assert.equal(language, 'node');
      const [program = '', subcommand, ...options] = entry.split(' ');
      assert.ok(program in manifest.bin, id);
      assert.equal(subcommand, 'lint');
      assert.ok(readLintArguments([...options, 'report.md']));
      assert.ok(page.includes(`\`${id}\``), `${id} is explained`);
    }
  });

  it('looks at incident documents and conventions, wherever the folder lies', () => {
    for (const { files = '' } of hooks) {
      const pattern = new RegExp(files);
      for (const path of [
        '.incidents.yml',
        'shop/.incidents.yml',
        'incidents/a/report.md',
        'shop/incidents/a/b.markdown',
      ])
        assert.match(path, pattern);
      for (const path of ['README.md', 'incidents/a/graph.png', 'my-incidents/a.md', 'docs/x.incidents.yml'])
        assert.doesNotMatch(path, pattern);
    }
  });
});

describe('docs/continuous-integration.md', () => {
  it('names only options that lint has', () => {
    const help = commands.find(({ name }) => name === 'lint')?.usage.join('\n') ?? '';
    const prose = page.replace(/npm install --global/g, '');
    for (const [option] of prose.matchAll(/(?<=[\s`[])--[a-z][a-z-]*/g))
      assert.ok(option === '--help' || help.includes(option), option);
  });

  it('shows YAML and JSON that can be read, and a matcher and a version that there are', () => {
    const blocks = [...page.matchAll(/```(yaml|json)\n([\s\S]*?)```/g)];
    assert.ok(blocks.length >= 4);
    for (const [, language, text = ''] of blocks) assert.ok(language === 'json' ? JSON.parse(text) : parse(text));
    const matchers: readonly { readonly name: string }[] = manifest.contributes.problemMatchers;
    for (const [, name] of page.matchAll(/"\$([a-z-]+)"/g)) assert.ok(matchers.some((one) => one.name === name));
    for (const [, version] of page.matchAll(/incident-docs-(\d[\d.]*\d)\.tgz/g))
      assert.equal(version, manifest.version);
  });
});
