// Bundles the extension, the command line and the webviews into dist/.
// Usage: node esbuild.mjs [--watch] [--production]
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, context, transform } from 'esbuild';
import { withoutExamples } from './scripts/without-examples.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node22', mainFields: ['module', 'main'] };

/** What the core uses of yaml; another name stops the build. */
const yamlExports = ['isAlias', 'isMap', 'isNode', 'isScalar', 'isSeq', 'parseDocument'];

/** The validators that are generated from the schemas, with their names in the bundle. */
const validators = { incidents: 'ofIncidents', 'incident-report': 'ofReport', postmortem: 'ofPostmortem' };

/**
 * YAML and the validators are a third of the code and are not needed before the first document is read, so extension
 * and command line share one bundle of them and load it then.
 * @type {import('esbuild').Plugin}
 */
const yamlOnFirstUse = {
  name: 'yaml-on-first-use',
  setup({ onResolve, onLoad }) {
    const namespace = 'on-first-use';
    const load = "let loaded; const load = () => (loaded ??= require('./yaml.js'));";
    onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace }));
    onResolve({ filter: /\/generated\/[a-z-]+$/ }, ({ path }) => ({ path: path.replace(/^.*\//, ''), namespace }));
    onResolve({ filter: /^\.\/yaml\.js$/, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^yaml$/, namespace }, () => ({
      contents: [
        load,
        ...yamlExports.map((name) => `export const ${name} = (...args) => load().${name}(...args);`),
      ].join('\n'),
    }));
    onLoad({ filter: /./, namespace }, ({ path }) => {
      const name = validators[/** @type {keyof typeof validators} */ (path)];
      const errors = `Object.defineProperty(validate, 'errors', { get: () => load().${name}.errors });`;
      return { contents: `${load} export const validate = (value) => load().${name}(value); ${errors}` };
    });
  },
};

/**
 * So are the lexicon and its matcher, which the first check of a text needs.
 * @type {import('esbuild').Plugin}
 */
const languageOnFirstUse = {
  name: 'language-on-first-use',
  setup({ onResolve, onLoad }) {
    const namespace = 'language-on-first-use';
    onResolve({ filter: /\/team-phrases$/ }, () => ({ path: 'team-phrases', namespace }));
    onResolve({ filter: /^\.\/language\.js$/, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace }, () => ({
      contents: `let loaded; const load = () => (loaded ??= require('./language.js'));
        export const matcherFor = (...args) => load().matcherFor(...args);`,
    }));
  },
};

/**
 * And the readers of other tools' records, which most windows never need.
 * @type {import('esbuild').Plugin}
 */
const importOnFirstUse = {
  name: 'import-on-first-use',
  setup({ onResolve, onLoad }) {
    const namespace = 'import-on-first-use';
    const names = ['readImportPath', 'readImportText', 'readImportHistory'];
    onResolve({ filter: /\/read-import$/ }, () => ({ path: 'read-import', namespace }));
    onResolve({ filter: /^\.\/import\.js$/, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace }, () => ({
      contents: [
        "let loaded; const load = () => (loaded ??= require('./import.js'));",
        ...names.map((name) => `export const ${name} = (...args) => load().${name}(...args);`),
      ].join('\n'),
    }));
  },
};

/**
 * A namespace import becomes a copy with a getter for each of some 500 names, for every file that has one, which was a
 * third of the time that the extension needs to start. The API is an object that nobody adds to: taken as it is.
 * @param {string} text a piece as an ES module
 */
function withPlainApi(text) {
  /** @type {string[]} */
  const names = [];
  const rest = text.replace(/\bimport\s*\*\s*as\s+([\w$]+)\s+from\s*"vscode";/g, (_, /** @type {string} */ name) => {
    names.push(name);
    return '';
  });
  const [first, ...others] = names;
  if (first === undefined) return text;
  return `const ${[`${first} = require("vscode")`, ...others.map((name) => `${name} = ${first}`)].join(', ')};${rest}`;
}

/**
 * esbuild cuts off what is loaded later only from ES modules, and the oldest supported editors load CommonJS: so the
 * pieces are made as the one and written as the other.
 * @type {import('esbuild').Plugin}
 */
const commonJsPieces = {
  name: 'common-js-pieces',
  setup({ initialOptions, onEnd }) {
    Object.assign(initialOptions, { format: 'esm', splitting: true, write: false });
    if (!production) initialOptions.sourcemap = 'inline';
    onEnd(async ({ outputFiles = [] }) => {
      for (const old of readdirSync('dist').filter((name) => /^extension-\w+\.js/.test(name))) rmSync(`dist/${old}`);
      for (const { path, text } of outputFiles) {
        const { code, map } = await transform(withPlainApi(text), {
          format: 'cjs',
          platform: 'node',
          target: 'node22',
          minify: production,
          sourcemap: production ? false : 'external',
          supported: { 'dynamic-import': false },
        });
        writeFileSync(path, production ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
        if (!production) writeFileSync(`${path}.map`, map);
      }
    });
  },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  yaml: {
    ...shared,
    // Not for Node: that is where the package keeps its ES modules, of which the bundle takes only what is used.
    platform: 'neutral',
    format: 'cjs',
    target: 'node22',
    stdin: {
      contents: [
        `export { ${yamlExports.join(', ')} } from 'yaml';`,
        ...Object.entries(validators).map(
          ([id, name]) => `export { validate as ${name} } from './src/core/generated/${id}';`,
        ),
      ].join('\n'),
      resolveDir: '.',
    },
    outfile: 'dist/yaml.js',
  },
  language: {
    ...node,
    plugins: [withoutExamples],
    entryPoints: ['src/core/language/team-phrases.ts'],
    outfile: 'dist/language.js',
  },
  import: {
    ...node,
    plugins: [yamlOnFirstUse, languageOnFirstUse],
    entryPoints: ['src/core/operations/read-import.ts'],
    outfile: 'dist/import.js',
  },
  extension: {
    ...node,
    plugins: [yamlOnFirstUse, languageOnFirstUse, importOnFirstUse, commonJsPieces],
    entryPoints: ['src/extension/extension.ts'],
    outdir: 'dist',
    chunkNames: 'extension-[hash]',
    external: ['vscode'],
  },
  // `vscode` is not external here: an import of it that strays into the command line stops the build.
  cli: {
    ...node,
    plugins: [yamlOnFirstUse, languageOnFirstUse, importOnFirstUse],
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  'timeline-entry': {
    ...shared,
    platform: 'browser',
    format: 'iife',
    target: 'chrome130',
    entryPoints: { 'timeline-entry': 'webview-ui/timeline-entry/main.ts' },
    outdir: 'dist/webview',
    loader: { '.svg': 'text' },
  },
  // The looks of card and chart in VS Code's Markdown preview.
  preview: { ...shared, entryPoints: ['src/preview/preview.css'], outfile: 'dist/preview.css' },
};

mkdirSync('dist/meta', { recursive: true });
for (const [name, options] of Object.entries(bundles)) {
  if (watch) {
    const running = await context({ ...options, logLevel: 'info' });
    await running.watch();
  } else {
    // What is wrong has been printed by then; a stack of the bundler's own adds nothing.
    const { metafile } = await build(options).catch(() => process.exit(1));
    writeFileSync(`dist/meta/${name}.json`, JSON.stringify(metafile));
  }
}
