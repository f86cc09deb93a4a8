// Throw-away folders for the test hosts: a home, a data folder, and fresh copies of the sample workspace.
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeSampleWorkspace } from './sample-workspace.mjs';

const sample = 'out/sample-workspace';

/** @type {Set<string>} */
const leftOver = new Set();

/**
 * A folder that is removed when this process ends, unless it has been before.
 * @param {string} name
 */
export function makeTemporaryFolder(name) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `incident-docs-${name}-`)));
  if (leftOver.size === 0) process.once('exit', removeLeftOver);
  leftOver.add(folder);
  return folder;
}

/** @param {string} folder */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  leftOver.delete(folder);
}

function removeLeftOver() {
  for (const folder of leftOver) rmSync(folder, { recursive: true, force: true });
}

/** Makes the sample afresh, once a run; the suites copy it. */
export function renewSample() {
  const partial = `${sample}.${process.pid}`;
  removeFolder(partial);
  makeSampleWorkspace(partial);
  removeFolder(sample);
  mkdirSync(path.dirname(sample), { recursive: true });
  renameSync(partial, sample);
}

/**
 * A copy of the sample workspace, git history included, for one suite alone.
 * @returns {string} the folder
 */
export function copySample() {
  if (!existsSync(sample)) renewSample();
  const folder = path.join(makeTemporaryFolder('workspace'), 'checkout');
  cpSync(sample, folder, { recursive: true });
  return folder;
}

/**
 * A home whose git knows who commits and reads nothing from the machine.
 * @returns {{ home: string, env: NodeJS.ProcessEnv }}
 */
export function makeHome() {
  const home = makeTemporaryFolder('home');
  const gitConfig = path.join(home, '.gitconfig');
  writeFileSync(
    gitConfig,
    '[user]\n\tname = Alice\n\temail = alice@example.com\n[init]\n\tdefaultBranch = main\n[safe]\n\tdirectory = *\n',
  );
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    GIT_CONFIG_GLOBAL: gitConfig,
    GIT_CONFIG_NOSYSTEM: '1',
    TZ: 'UTC',
  };
  return { home, env };
}

/**
 * A home of a VS Code server, with its folders. Its sockets lie there too, so that they go with it; elsewhere they
 * would outlive the server. Their paths may have 107 bytes: the home is a short one.
 * @returns {{ home: string, env: NodeJS.ProcessEnv, dataFolder: string, extensionsFolder: string }}
 */
export function makeServerHome() {
  const { home, env } = makeHome();
  return {
    home,
    env: { ...env, XDG_RUNTIME_DIR: home },
    dataFolder: path.join(home, 'data'),
    extensionsFolder: path.join(home, 'extensions'),
  };
}
