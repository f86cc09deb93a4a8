// Child processes: run one to its end, or keep one running and stop it with everything it started.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] collect the output and show it only when the command fails
 */

/** A command that ended badly, with what it printed. */
export class CommandError extends Error {
  /**
   * @param {string} command
   * @param {number | null} code
   * @param {string} output
   */
  constructor(command, code, output) {
    super(`${command} ended with code ${code}`);
    this.code = code;
    this.output = output;
  }
}

/**
 * Runs a command to its end; rejects with CommandError unless it ends with 0.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it printed, when quiet
 */
export function run(command, args, { cwd, env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    const forget = stopOnExit(child);
    child.on('error', (error) => {
      forget();
      reject(error);
    });
    child.on('close', (code) => {
      forget();
      if (code === 0) resolve(output);
      else reject(new CommandError([path.basename(command), ...args].join(' ').slice(0, 200), code, output));
    });
  });
}

/**
 * Runs npm, whichever way this machine has it.
 * @param {readonly string[]} args
 * @param {RunOptions} options
 */
export function runNpm(args, options) {
  const script = npmScript();
  return script ? run(process.execPath, [script, ...args], options) : run('npm', args, options);
}

function npmScript() {
  const beside = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const candidates = [process.env.npm_execpath, process.platform === 'win32' ? beside : undefined];
  return candidates.find((candidate) => candidate?.endsWith('npm-cli.js') && existsSync(candidate));
}

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Map<ChildProcess, () => void>} */
const running = new Map();

/**
 * Sees to it that a child does not outlive this process.
 * @param {ChildProcess} child
 * @param {() => void} [kill]
 * @returns {() => void} takes the child off the list
 */
function stopOnExit(child, kill = () => child.kill('SIGTERM')) {
  if (running.size === 0) process.on('exit', killAll);
  running.set(child, kill);
  return () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', killAll);
  };
}

function killAll() {
  for (const kill of running.values()) kill();
}

/**
 * @typedef {object} ProcessGroup
 * @property {() => boolean} hasEnded
 * @property {Promise<void>} ended resolves when the process has gone
 * @property {() => Promise<void>} stop ends the process and everything it has started, and waits for it
 */

/**
 * Starts a process that starts others, as VS Code does. They do not all end with their parent, so they get a process
 * group and are ended by that.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, output?: number }} options output: a file descriptor
 * @returns {ProcessGroup}
 */
export function startGroup(command, args, { env, output }) {
  const sink = output ?? 'ignore';
  const child = spawn(command, args, { env, stdio: ['ignore', sink, sink], detached: process.platform !== 'win32' });
  const forget = stopOnExit(child, () => signalGroup(child, 'SIGKILL'));
  let hasEnded = false;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      hasEnded = true;
      resolve();
    });
  });
  return {
    hasEnded: () => hasEnded,
    ended,
    async stop() {
      if (!hasEnded) signalGroup(child, 'SIGTERM');
      const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
      await ended;
      clearTimeout(insist);
      signalGroup(child, 'SIGKILL');
      forget();
    },
  };
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup({ pid }, signal) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // Nobody is left in the group.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Makes a signal end this process through its exit handlers, so that no child is left behind.
 * @returns {() => void} leaves signals alone again
 */
export function exitOnSignals() {
  return onEnding((signal) => process.exit(128 + constants.signals[signal]));
}

/**
 * Resolves with the first signal that asks this process to end; later ones change nothing.
 * @returns {Promise<NodeJS.Signals>}
 */
export function interruption() {
  return new Promise((resolve) => {
    onEnding(resolve);
  });
}

/**
 * Calls back when this process is asked to end: by a signal, or because npm has been ended. npm's shell does not hand
 * its signals on, so the shell's end is all there is to see.
 * @param {(signal: NodeJS.Signals) => void} callback
 * @returns {() => void}
 */
export function onEnding(callback) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, callback);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) callback('SIGTERM');
  }, 500);
  watch.unref();
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, callback);
  };
}
