// The steps from source to product, shared by build, start, test and package.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';

const node = process.execPath;

/** Code that is made from the schemas. */
export async function generate() {
  if (existsSync('scripts/generate.mjs')) await run(node, ['scripts/generate.mjs']);
}

/** @param {readonly string[]} flags for esbuild.mjs */
export async function buildProduct(flags) {
  await generate();
  await run(node, ['esbuild.mjs', ...flags]);
}

/** Types and lint, side by side; rejects with the first that finds something. */
export async function check() {
  const projects = [
    'tsconfig.json',
    'src/core/tsconfig.json',
    'webview-ui/tsconfig.json',
    'test/webview-ui/tsconfig.json',
  ];
  await Promise.all([
    ...projects
      .filter((project) => existsSync(project))
      .map((project) => tool('typescript', 'bin/tsc', ['--noEmit', '-p', project])),
    tool('@biomejs/biome', 'bin/biome', ['ci', '--error-on-warnings', '.']),
  ]);
}

/**
 * Packs what is in dist/ into a VSIX.
 * @param {string} target
 */
export async function packVsix(target) {
  await tool('@vscode/vsce', 'vsce', [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    target,
  ]);
}

/**
 * Runs the program of an installed package, on the Node that runs this.
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 */
function tool(name, program, args) {
  return run(node, [path.join('node_modules', name, program), ...args], { quiet: true });
}
