// Other linters, pinned and installed on first use into .tools/: they are too heavy for the dependencies.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installOnce, npmInstall, toolsFolder } from '../setup.mjs';

const packages = [
  ...['alex@11.0.1', 'write-good@1.0.8', 'markdownlint@0.42.1', 'commonmark@0.31.2'],
  ...['@textlint/kernel@15.8.0', '@textlint/textlint-plugin-markdown@15.8.0', 'textlint-rule-write-good@2.0.0'],
  ...['unified@11.0.5', 'retext-english@5.0.0', 'retext-stringify@4.0.0', 'retext-equality@7.1.0'],
  ...['retext-intensify@7.0.0', 'retext-passive@5.0.0', 'retext-simplify@8.0.0'],
];

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {(text: string) => unknown} lint may return a promise
 */

/** @returns {Promise<readonly Peer[]>} */
export async function loadLintPeers() {
  const target = path.join(toolsFolder(), 'lint-peers');
  await installOnce({
    target,
    spec: packages.join(' '),
    why: 'Installing the linters to compare with from npm (about 100 MB on disk, once) …',
    install: (folder) => npmInstall(folder, packages),
  });
  const from = createRequire(path.join(target, 'package.json'));
  const load = (/** @type {string} */ name) => import(pathToFileURL(resolveFrom(from, target, name)).href);
  return [
    await writeGood(load),
    ...(await treeLinters(load)),
    await retext(load),
    await markdownlint(load),
    await commonmark(load),
  ];
}

/** @typedef {(name: string) => Promise<any>} Load */

/** @param {Load} load @returns {Promise<Peer>} */
async function writeGood(load) {
  const check = inner(await load('write-good'));
  return { name: 'write-good', lint: (text) => check(text) };
}

/** @param {Load} load @returns {Promise<readonly Peer[]>} */
async function treeLinters(load) {
  const { markdown } = await load('alex');
  const { TextlintKernel } = await load('@textlint/kernel');
  const plugin = inner(await load('@textlint/textlint-plugin-markdown'));
  const rule = inner(await load('textlint-rule-write-good'));
  const kernel = new TextlintKernel();
  const options = {
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin }],
    rules: [{ ruleId: 'write-good', rule }],
  };
  return [
    { name: 'alex', lint: (text) => markdown(text) },
    { name: 'textlint, write-good', lint: (text) => kernel.lintText(text, options) },
  ];
}

/** @param {Load} load @returns {Promise<Peer>} */
async function retext(load) {
  const { unified } = await load('unified');
  const [english, stringify, ...rules] = await Promise.all(
    ['english', 'stringify', 'equality', 'intensify', 'passive', 'simplify'].map(async (name) =>
      inner(await load(`retext-${name}`)),
    ),
  );
  let processor = unified().use(english);
  for (const rule of rules) processor = processor.use(rule);
  processor = processor.use(stringify).freeze();
  return { name: 'retext, four rules', lint: (text) => processor.processSync(text).messages };
}

/** @param {Load} load @returns {Promise<Peer>} */
async function markdownlint(load) {
  const { lint } = await load('markdownlint/sync');
  return { name: 'markdownlint', lint: (text) => lint({ strings: { text } }) };
}

/** @param {Load} load @returns {Promise<Peer>} */
async function commonmark(load) {
  const { Parser } = await load('commonmark');
  return { name: 'commonmark.js, parse only', lint: (text) => new Parser().parse(text) };
}

/**
 * The default export; CommonJS that was compiled from ES modules keeps it one level further down.
 * @param {any} loaded
 */
function inner(loaded) {
  const { default: found } = loaded;
  return found?.default ?? found;
}

/**
 * The file of a package; those with ES modules alone answer to `import` only.
 * @param {NodeJS.Require} from
 * @param {string} folder
 * @param {string} name
 */
function resolveFrom(from, folder, name) {
  try {
    return from.resolve(name);
  } catch {
    return entryOf(from, folder, name);
  }
}

/** @param {NodeJS.Require} from @param {string} folder @param {string} name */
function entryOf(from, folder, name) {
  const [first = '', second = ''] = name.split('/');
  const id = first.startsWith('@') ? `${first}/${second}` : first;
  const rest = name.slice(id.length);
  const root = path.join(folder, 'node_modules', id);
  const { exports, main } = from(path.join(root, 'package.json'));
  const entry = typeof exports === 'string' ? exports : (exports?.[`.${rest}`] ?? main);
  return path.join(root, typeof entry === 'string' ? entry : (entry.import ?? entry.default));
}
