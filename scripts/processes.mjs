// Child processes: run one to its end, or keep one running and stop it with everything it started.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
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

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Sees to it that a child does not outlive this process, however this process ends.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} takes the child off the list
 */
export function stopOnExit(child) {
  if (running.size === 0) process.on('exit', killAll);
  running.add(child);
  const forget = () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', killAll);
  };
  child.once('exit', forget);
  return forget;
}

function killAll() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Asks a child to end, insists after five seconds, and waits until it has gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(insist);
}

/**
 * Resolves with the first SIGINT, SIGTERM or SIGHUP; a second one ends the process at once.
 * @returns {Promise<NodeJS.Signals>}
 */
export function interruption() {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        if (asked) return;
        asked = true;
        resolve(signal);
      });
    }
  });
}
