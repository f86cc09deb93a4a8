// A small repository whose fixes name what they fix: refactorings, moves, reformatting, reverts and plain additions
// stand between each fault and its fix, as they do in real histories.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addFaultyDrivers } from './faulty-drivers.mjs';

const subjects = ['cart', 'stock', 'price', 'refund', 'invoice', 'session', 'search', 'mail', 'quota', 'export'];

/**
 * @typedef {object} History
 * @property {string} folder
 * @property {(file: string, change: (text: string) => string) => void} edit
 * @property {(subject: string, body?: string) => string} commit
 */

/** @returns {{ folder: string, remove: () => void }} */
export function makeFaultyHistory() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'incident-docs-faults-')));
  const history = startHistory(folder);
  history.edit('src/app.js', () => "import './cart.js';\n\nstart();\n");
  history.commit('Start the service');
  for (const name of subjects) {
    history.edit(`src/${name}.js`, () => firstText(name));
    history.commit(`${name}: read and write through the store`);
  }
  for (const scenario of scenarios) for (const name of subjects.slice(0, 5)) scenario(history, name, `src/${name}.js`);
  addFaultyDrivers(history);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @type {readonly ((history: History, name: string, file: string) => void)[]} */
const scenarios = [
  replacedLine,
  missingCheck,
  reformatted,
  moved,
  newerNeighbour,
  longRemoval,
  namedInMessage,
  renamedFile,
];

/** The fault is one line that the fix replaces, with later work around it. */
function replacedLine(/** @type {History} */ { edit, commit }, /** @type {string} */ name, /** @type {string} */ file) {
  edit(file, (text) => text.replace(`const limit = 100;`, `const limit = ${name.length};`));
  const fault = commit(`${name}: lower the page limit to save memory`);
  edit(file, (text) => text.replace('return rows;', 'log(rows.length);\n  return rows;'));
  commit(`${name}: log how many rows were read`);
  edit(file, (text) => text.replace(`const limit = ${name.length};`, 'const limit = 100;'));
  edit(`test/${name}.test.js`, () => `check('${name} reads a hundred rows');\n`);
  commit(
    `${name}: read whole pages again`,
    `Pages were cut short.\n\nFixes: ${fault.slice(0, 12)} ("${name}: lower the page limit")`,
  );
}

/** The fix only adds: what it guards was brought by the fault, between older lines. */
function missingCheck(/** @type {History} */ { edit, commit }, /** @type {string} */ name, /** @type {string} */ file) {
  edit(file, (text) =>
    text.replace('  const rows = ', `  const owner = lookUp(key);\n  note(owner.name);\n  const rows = `),
  );
  const fault = commit(`${name}: note the owner of what is read`);
  edit(file, (text) => text.replace('  log(rows.length);\n', '  log(key, rows.length);\n'));
  commit(`${name}: name the key in the log`);
  edit(file, (text) =>
    text.replace('  note(owner.name);', '  if (owner === undefined) return [];\n  note(owner.name);'),
  );
  commit(`${name}: an owner may be missing`, `Fixes: ${fault.slice(0, 12)} ("${name}: note the owner")`);
}

/** A formatter wrapped the faulty line before it was fixed. */
function reformatted(/** @type {History} */ { edit, commit }, /** @type {string} */ name, /** @type {string} */ file) {
  edit(
    file,
    (text) =>
      `${text}\nexport function ${name}Total(items, rate) {\n  return items.map((item) => item.price * item.count).reduce((a, b) => a + b) * rate;\n}\n`,
  );
  const fault = commit(`${name}: sum up the items`);
  edit(file, (text) =>
    text.replace(
      'items.map((item) => item.price * item.count).reduce((a, b) => a + b) * rate',
      'items\n    .map((item) => item.price * item.count)\n    .reduce((a, b) => a + b) * rate',
    ),
  );
  commit('Run the formatter over the sources');
  edit(file, (text) => text.replace('.reduce((a, b) => a + b) * rate', '.reduce((a, b) => a + b, 0) * rate'));
  commit(`${name}: an empty list sums up to nothing`, `Fixes: ${fault.slice(0, 12)}`);
}

/** The faulty function went to another file before it was fixed. */
function moved(/** @type {History} */ { edit, commit }, /** @type {string} */ name, /** @type {string} */ file) {
  const code = `export function ${name}Retry(call) {\n  let delay = 10;\n  for (let attempt = 0; attempt < 50; attempt++) {\n    if (call(attempt)) return attempt;\n    delay = delay * 1;\n    pause(delay);\n  }\n  return -1;\n}\n`;
  edit(file, (text) => `${text}\n${code}`);
  const fault = commit(`${name}: retry what did not answer`);
  edit(file, (text) => text.replace(`\n${code}`, ''));
  edit(`src/${name}-retry.js`, () => code);
  commit(`${name}: give the retries a file of their own`);
  edit(`src/${name}-retry.js`, (text) => text.replace('delay = delay * 1;', 'delay = delay * 2;'));
  commit(`${name}: wait longer after each attempt`, `Fixes: ${fault.slice(0, 12)}`);
}

/** The fix removes an older and a newer line; the newer one carried the fault. */
function newerNeighbour(
  /** @type {History} */ { edit, commit },
  /** @type {string} */ name,
  /** @type {string} */ file,
) {
  edit(file, (text) =>
    text.replace('  save(key, value);', `  const stamp = cachedStamp(key);\n  save(key, value, stamp);`),
  );
  const fault = commit(`${name}: save with the cached stamp`);
  edit('src/app.js', (text) => `${text}// ${name} is ready\n`);
  commit(`app: say that ${name} is ready`);
  edit(file, (text) =>
    text.replace('  open(key);\n  const stamp = cachedStamp(key);\n', '  const stamp = open(key).stamp;\n'),
  );
  commit(
    `${name}: take the stamp from the opened record`,
    `The cached stamp was stale.\n\nFixes: ${fault.slice(0, 12)}`,
  );
}

/** The fix takes a whole function away, most of which is older than the fault. */
function longRemoval(/** @type {History} */ { edit, commit }, /** @type {string} */ name, /** @type {string} */ file) {
  const lines = Array.from({ length: 8 }, (_, at) => `  step(${at}, '${name}');`).join('\n');
  edit(file, (text) => `${text}\nfunction ${name}Warm() {\n${lines}\n}\n`);
  commit(`${name}: warm up in steps`);
  edit(file, (text) => text.replace(`  step(3, '${name}');`, `  step(3, '${name}');\n  flushEverything('${name}');`));
  const fault = commit(`${name}: flush while warming up`);
  edit(file, (text) =>
    text.replace(
      `\nfunction ${name}Warm() {\n${lines.replace(`  step(3, '${name}');`, `  step(3, '${name}');\n  flushEverything('${name}');`)}\n}\n`,
      '',
    ),
  );
  commit(`${name}: no warming up, as it flushes what is in use`, `Fixes: ${fault.slice(0, 12)}`);
}

/** The lines of the fix say nothing, its message does. */
function namedInMessage(
  /** @type {History} */ { edit, commit },
  /** @type {string} */ name,
  /** @type {string} */ file,
) {
  edit('src/app.js', (text) => `${text}start('${name}');\n`);
  const fault = commit(`app: start ${name} first`);
  edit(file, (text) => text.replace('export function', `prepare('${name}');\n\nexport function`));
  commit(
    `${name}: prepare before the first use`,
    `Since ${fault.slice(0, 10)} it is used before anything else.\n\nFixes: ${fault.slice(0, 12)}`,
  );
}

/** The file was renamed after the fault. */
function renamedFile(/** @type {History} */ { edit, commit }, /** @type {string} */ name) {
  const [from, to] = [`lib/${name}-codec.js`, `lib/codec/${name}.js`];
  edit(
    from,
    () =>
      `export function encode(text) {\n  return escape(text);\n}\n\nexport function decode(text) {\n  return unescape(text);\n}\n`,
  );
  commit(`${name}: encode what is stored`);
  edit(from, (text) => text.replace('return unescape(text);', 'return unescape(text).trim();'));
  const fault = commit(`${name}: trim what was decoded`);
  const text = read(from);
  edit(from, () => '');
  edit(to, () => text);
  commit('Sort the codecs into a folder');
  edit(to, (before) => before.replace('return unescape(text).trim();', 'return unescape(text);'));
  commit(`${name}: keep blanks at the ends`, `Fixes: ${fault.slice(0, 12)}`);

  function read(/** @type {string} */ file) {
    let kept = '';
    edit(file, (before) => {
      kept = before;
      return before;
    });
    return kept;
  }
}

/** @param {string} name */
function firstText(name) {
  return `// Reads and writes ${name}.
export function read${name}(key) {
  const limit = 100;
  const rows = load('${name}', key, limit);
  return rows;
}

export function write${name}(key, value) {
  open(key);
  save(key, value);
}
`;
}

/**
 * @param {string} folder
 * @returns {History}
 */
function startHistory(folder) {
  let minutes = 0;
  const git = (/** @type {string[]} */ ...args) => {
    const at = new Date(Date.UTC(2025, 0, 6) + minutes * 60_000).toISOString();
    const person = { NAME: 'alice', EMAIL: 'alice@example.org', DATE: at };
    const people = ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(person).map(([key, value]) => [`GIT_${role}_${key}`, value]),
    );
    const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...Object.fromEntries(people) };
    return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  };
  git('init', '-q', '-b', 'main');
  return {
    folder,
    edit(file, change) {
      const target = path.join(folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      const text = change(readOr(target));
      if (text === '') rmSync(target, { force: true });
      else writeFileSync(target, text);
    },
    commit(subject, body) {
      minutes += 600;
      git('add', '-A');
      git('commit', '-q', '-m', subject, ...(body ? ['-m', body] : []));
      return git('rev-parse', 'HEAD');
    },
  };
}

/** @param {string} file */
function readOr(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
