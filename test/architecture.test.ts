import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { rules } from '../src/core/rules/index';
import { findCircle, type Import, listFiles, readSources } from './support/source-tree';

const product = [...readSources('src'), ...readSources('webview-ui')].filter(
  (file) => !file.path.startsWith('src/core/generated/'),
);

/** Folder, longest match first → what its files may import: folders of ours, packages, `node:`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/core/model': [],
  'src/core/ports.ts': ['src/core/model'],
  'src/core/settings.ts': ['src/core/model'],
  'src/core/errors.ts': ['src/core/model'],
  'src/core/markdown': coreUpTo('markdown'),
  'src/core/language': coreUpTo('language'),
  'src/core/kinds': [...coreUpTo('kinds'), 'src/core/generated', 'schemas', 'yaml'],
  'src/core/import': coreUpTo('import'),
  'src/core/workspace': coreUpTo('workspace'),
  'src/core/rules': coreUpTo('rules'),
  'src/core/memory': ['src/core/model'],
  'src/core/suspects': ['src/core/model', 'src/core/ports.ts'],
  'src/core/operations': [...coreUpTo('operations'), 'src/core/suspects', 'src/core/memory'],
  'src/protocol': ['src/core/model'],
  'src/chart': ['src/core/model'],
  'src/preview': ['src/core', 'src/chart'],
  'src/node': ['src/core', 'node:'],
  'src/extension': ['src/core', 'src/protocol', 'src/chart', 'src/preview', 'src/node', 'vscode'],
  'src/cli': ['src/core', 'src/node', 'node:', 'package.json', 'sarif'],
  'webview-ui': ['src/protocol', 'src/chart', '@vscode-elements/elements', '@vscode/codicons'],
};

describe('the layers', () => {
  for (const [folder, allowed] of Object.entries(mayImport)) {
    it(`${folder} imports ${allowed.join(', ') || 'nothing'}`, () => {
      const strays = product
        .filter((file) => layerOf(file.path) === folder)
        .flatMap((file) =>
          file.imports.filter((one) => !isAllowed(one, folder)).map((one) => `${file.path}: ${one.specifier}`),
        );
      assert.deepEqual(strays, []);
    });
  }

  it('hold every source file', () => {
    assert.deepEqual(
      product.filter((file) => layerOf(file.path) === undefined).map((file) => file.path),
      [],
    );
  });

  it('name only files that exist', () => {
    const broken = product.flatMap((file) =>
      file.imports.flatMap(({ target }) =>
        target !== undefined && !existsSync(target) && !target.startsWith('src/core/generated/')
          ? `${file.path}: ${target}`
          : [],
      ),
    );
    assert.deepEqual(broken, []);
  });

  it('have no circle of imports', () => {
    assert.equal(findCircle(product)?.join(' → '), undefined);
  });

  it('keep vscode to the extension, and its translation to convert.ts', () => {
    const importers = product.filter((file) => file.imports.some(({ specifier }) => specifier === 'vscode'));
    assert.deepEqual(
      importers.filter((file) => !file.path.startsWith('src/extension/')).map((file) => file.path),
      [],
    );
  });
});

describe('names', () => {
  it('are kebab-case, in every folder of ours', () => {
    const files = ['src', 'webview-ui', 'test', 'scripts', 'schemas', 'snippets', 'docs'].flatMap(listFiles);
    const names = files.filter(
      (file) => !/(?:^|\/)(?:README\.md|tsconfig\.json)$/.test(file) && !file.includes('/fixtures/'),
    );
    const odd = names.filter(
      (file) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)+$/.test(file),
    );
    assert.deepEqual(odd, []);
  });

  it('of folders are nouns of the product, not drawers', () => {
    const drawers = /\/(?:utils?|helpers?|common|shared|types|managers?)(?:\/|\.ts$)/;
    assert.deepEqual(
      product.filter((file) => drawers.test(file.path)).map((file) => file.path),
      [],
    );
  });
});

describe('sources', () => {
  it('switch off no check of the compiler', () => {
    const switches = /@ts-(?:ignore|expect-error|nocheck)|\bas any\b|\bas unknown as\b/;
    assert.deepEqual(
      product.filter((file) => switches.test(file.text)).map((file) => file.path),
      [],
    );
  });

  it('read no clock and no console in the core', () => {
    const world = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\b(?:console|process|globalThis)\.[a-z]/;
    const core = product.filter((file) => file.path.startsWith('src/core/'));
    assert.deepEqual(
      core.filter((file) => world.test(withoutComments(file.text))).map((file) => file.path),
      [],
    );
  });
});

describe('rules', () => {
  for (const { id } of rules) {
    it(`${id} has its file, its page and its fixture`, () => {
      const files = [`src/core/rules/${id}.ts`, `docs/rules/${id}.md`, `test/core/rules/${id}.md`];
      assert.deepEqual(
        files.filter((file) => !existsSync(file)),
        [],
      );
    });
  }

  it('are all registered', () => {
    const declared = readSources('src/core/rules').filter((file) => /export const \w+: \w*Rule = /.test(file.text));
    const stems = declared.map((file) => stemOf(file.path));
    assert.deepEqual(stems.toSorted(), rules.map((rule) => rule.id).toSorted());
  });

  it('stand behind every rule page', () => {
    const named = readSources('src/core').map((file) => file.text);
    const pages = listFiles('docs/rules')
      .map(stemOf)
      .filter((id) => id !== 'README');
    assert.deepEqual(
      pages.filter((id) => !named.some((text) => text.includes(`'${id}'`))),
      [],
    );
  });
});

describe('CONTRIBUTING.md', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');

  it('draws a map of files that exist', () => {
    const map = /## Map\s+```\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const paths = pathsOfTree(map);
    assert.ok(paths.length > 10);
    assert.deepEqual(
      paths.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('names files that exist', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|scripts|schemas|webview-ui)\/[^`<>*\s]*)`/g)].map(
      ([, file]) => file ?? '',
    );
    assert.deepEqual(
      named.filter((file) => !existsSync(file)),
      [],
    );
  });
});

/** What a folder of the core may import: all that stands left of it. */
function coreUpTo(folder: string): readonly string[] {
  const order = ['model', 'markdown', 'language', 'kinds', 'import', 'workspace', 'rules', 'operations'];
  const single = ['src/core/ports.ts', 'src/core/settings.ts', 'src/core/errors.ts'];
  return [...order.slice(0, order.indexOf(folder)).map((name) => `src/core/${name}`), ...single];
}

function layerOf(file: string): string | undefined {
  return Object.keys(mayImport)
    .filter((folder) => isWithin(file, folder))
    .toSorted((one, other) => other.length - one.length)[0];
}

function isAllowed({ specifier, target }: Import, folder: string): boolean {
  const named = target ?? specifier;
  if (isWithin(named, folder)) return true;
  return (mayImport[folder] ?? []).some(
    (allowed) => isWithin(named, allowed) || (allowed === 'node:' && named.startsWith(allowed)),
  );
}

function isWithin(name: string, folder: string): boolean {
  return name === folder || name.startsWith(`${folder}/`);
}

function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

/** Paths of an indented tree, two spaces a level, a name and its description on each line. */
function pathsOfTree(tree: string): readonly string[] {
  const trail: string[] = [];
  return tree
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2;
      trail.length = depth;
      trail.push(line.trim().split(/\s/, 1)[0]?.replace(/\/$/, '') ?? '');
      return trail.join('/');
    });
}
