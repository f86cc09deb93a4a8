// Bundles the test files into out/, one folder a suite.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** @type {import('esbuild').BuildOptions} */
const shared = { bundle: true, platform: 'node', sourcemap: 'inline', logLevel: 'warning', outbase: 'test' };

/**
 * Tests that run in plain Node: ESM with shared chunks, so that a module exists once however many files import it.
 * @param {'unit' | 'ui'} suite
 * @param {readonly string[]} paths
 * @returns {Promise<string[]>} the bundled test files
 */
export async function bundleNodeTests(suite, paths) {
  const entryPoints = testFiles(suite, paths);
  if (suite === 'ui') entryPoints.push('test/support/ui-suite.ts');
  return bundleEsm(entryPoints, suite, 'test');
}

/**
 * @param {string[]} entryPoints
 * @param {string} name the folder in out/
 * @param {string} outbase
 */
export async function bundleEsm(entryPoints, name, outbase) {
  const outdir = `out/${name}`;
  rmSync(outdir, { recursive: true, force: true });
  if (entryPoints.length === 0) return [];
  await build({
    ...shared,
    entryPoints,
    outbase,
    outdir,
    format: 'esm',
    target: 'node22',
    splitting: true,
    packages: 'external',
    outExtension: { '.js': '.mjs' },
  });
  return entryPoints.map((file) => path.join(outdir, path.relative(outbase, file)).replace(/\.ts$/, '.mjs')).sort();
}

/**
 * Tests that run inside the extension host: CommonJS, as the host loads them.
 * @param {readonly string[]} paths
 * @returns {Promise<string>} the entry whose run() the host calls
 */
export async function bundleHostTests(paths) {
  const outdir = 'out/extension';
  rmSync(outdir, { recursive: true, force: true });
  const entryPoints = [...testFiles('integration', paths), 'test/extension/index.ts'];
  await build({
    ...shared,
    entryPoints,
    outdir,
    outbase: 'test/extension',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
  });
  return path.join(outdir, 'index.js');
}

/**
 * One entry for the extension host.
 * @param {string} entry
 * @param {string} outdir
 * @returns {Promise<string>} the bundle
 */
export async function bundleForHost(entry, outdir) {
  const outfile = path.join(outdir, 'index.js');
  await build({ ...shared, entryPoints: [entry], outfile, format: 'cjs', target: 'node22', external: ['vscode'] });
  return outfile;
}

/**
 * @param {'unit' | 'integration' | 'ui'} suite
 * @param {readonly string[]} paths
 */
function testFiles(suite, paths) {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.posix.join('test', ...file.split(path.sep)))
    .filter((file) => suiteOf(file) === suite)
    .filter((file) => paths.length === 0 || paths.some((part) => file.includes(part)))
    .sort();
}

/** @param {string} file */
function suiteOf(file) {
  if (file.startsWith('test/extension/')) return 'integration';
  return file.startsWith('test/ui/') ? 'ui' : 'unit';
}
