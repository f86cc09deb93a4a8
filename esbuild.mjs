// Bundles the extension, the command line and the webviews into dist/.
// Usage: node esbuild.mjs [--watch] [--production]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';

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

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  extension: {
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  // `vscode` is not external here: an import of it that strays into the command line stops the build.
  cli: {
    ...node,
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
};

/** @param {import('esbuild').BuildOptions} options */
const entryOf = (options) => String(Object.values(options.entryPoints ?? {})[0]);

mkdirSync('dist/meta', { recursive: true });
for (const [name, options] of Object.entries(bundles)) {
  if (!existsSync(entryOf(options))) {
    console.log(`Not there yet: ${entryOf(options)}`);
    continue;
  }
  if (watch) {
    const running = await context({ ...options, logLevel: 'info' });
    await running.watch();
  } else {
    const { metafile } = await build(options);
    writeFileSync(`dist/meta/${name}.json`, JSON.stringify(metafile));
  }
}
