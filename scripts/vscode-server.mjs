// The VS Code server from npm: installs it once into .tools/ and runs it on 127.0.0.1. It is VS Code itself, server,
// web workbench and built-in extensions, so what runs in it runs in a real extension host.
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { run, startGroup } from './processes.mjs';
import { ensureNode24, installOnce, npmInstall, toolsFolder } from './setup.mjs';

const serverPackage = 'code-server@4.139.1';

/**
 * @typedef {{ node: string, main: string }} VsCodeServer the Node it runs on and its entry
 *
 * @typedef {object} ServerOptions
 * @property {string} dataFolder state and settings of this server
 * @property {string} extensionsFolder extensions installed for it
 * @property {Record<string, unknown>} [settings] user settings, added to those that keep a fresh VS Code quiet
 * @property {NodeJS.ProcessEnv} [env] added to the environment of server and extension host
 * @property {readonly string[]} [flags] further flags of the server
 * @property {number} [port] a free one is taken when absent
 *
 * @typedef {object} RunningServer
 * @property {string} origin such as http://127.0.0.1:8080
 * @property {string} authority such as 127.0.0.1:8080
 * @property {() => string} log what the server has printed
 * @property {Promise<void>} ended resolves when the server has gone
 * @property {() => Promise<void>} stop
 */

/** @type {Record<string, unknown>} */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.openRepositoryInParentFolders': 'never',
};

/** In a browser VS Code saves by itself after a second; tests want the same as on the desktop. */
export const testSettings = { 'files.autoSave': 'off' };

/**
 * Installs the server where it is missing.
 * @returns {Promise<VsCodeServer>}
 */
export async function ensureVsCodeServer() {
  const target = path.join(toolsFolder(), 'vscode-server');
  const node = await ensureNode24();
  await installOnce({
    target,
    spec: serverPackage,
    why: `Installing the VS Code server from npm (${serverPackage}, about 300 MB on disk, once) …`,
    install: async (folder) => {
      await npmInstall(folder, [serverPackage]);
      const inner = path.join(folder, innerFolder);
      await npmInstall(inner, []);
      slim(inner);
    },
  });
  return { node, main: path.join(target, innerFolder, 'out/server-main.js') };
}

const innerFolder = 'node_modules/code-server/lib/vscode';

/**
 * Halves the installation: what is removed needs an account or belongs to other platforms.
 * @param {string} inner
 */
function slim(inner) {
  const ripgrep = path.join(inner, 'node_modules/@vscode/ripgrep-universal/bin');
  const others = readdirSync(ripgrep).filter((platform) => platform !== `${process.platform}-${process.arch}`);
  const unused = ['extensions/copilot', 'node_modules/@github', 'node_modules/@microsoft/mxc-sdk'];
  for (const folder of [
    ...unused.map((name) => path.join(inner, name)),
    ...others.map((name) => path.join(ripgrep, name)),
  ]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Starts the server and waits until it answers.
 * @param {VsCodeServer} server
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 */
export async function startVsCodeServer(server, { dataFolder, extensionsFolder, settings, env, flags = [], port }) {
  writeUserSettings(path.join(dataFolder, 'data/User'), settings);
  const authority = `127.0.0.1:${port ?? (await freePort())}`;
  const logFile = path.join(dataFolder, 'server.log');
  const log = openSync(logFile, 'w');
  const args = [
    ...[server.main, '--host', '127.0.0.1', '--port', authority.slice(authority.indexOf(':') + 1)],
    ...[
      '--without-connection-token',
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--telemetry-level',
      'off',
    ],
    ...['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder, ...flags],
  ];
  const running = startGroup(server.node, args, { env: { ...process.env, ...env }, output: log });
  closeSync(log);
  const readLog = () => readFileSync(logFile, 'utf8');
  const origin = `http://${authority}`;
  while (!(await answers(`${origin}/version`))) {
    if (running.hasEnded()) throw new Error(`The VS Code server did not start.\n${readLog()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { origin, authority, log: readLog, ended: running.ended, stop: running.stop };
}

/**
 * Installs a VSIX into an extensions folder of the server.
 * @param {VsCodeServer} server
 * @param {{ vsix: string, dataFolder: string, extensionsFolder: string }} options
 */
export async function installVsix(server, { vsix, dataFolder, extensionsFolder }) {
  const folders = ['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder];
  const args = [server.main, '--accept-server-license-terms', '--install-extension', vsix, '--force', ...folders];
  await run(server.node, args, { quiet: true });
}

/**
 * Writes the user settings of a fresh VS Code, with those that keep it quiet.
 * @param {string} folder the profile's User folder
 * @param {Record<string, unknown>} [settings]
 */
export function writeUserSettings(folder, settings) {
  mkdirSync(folder, { recursive: true });
  const all = { ...quietSettings, ...settings };
  writeFileSync(path.join(folder, 'settings.json'), `${JSON.stringify(all, null, 2)}\n`);
}

/** @param {string} url */
function answers(url) {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
