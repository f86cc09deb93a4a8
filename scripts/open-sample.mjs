// What `npm start` does once the machine is ready.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { findDesktop } from './desktop.mjs';
import { keepSample } from './make-sample.mjs';
import { interruption, startGroup } from './processes.mjs';
import { buildProduct, packVsix } from './product.mjs';
import { SetupError, say, toolsFolder } from './setup.mjs';
import { ensureVsCodeServer, installVsix, startVsCodeServer, writeUserSettings } from './vscode-server.mjs';

/**
 * @typedef {object} StartOptions
 * @property {'desktop' | 'server' | undefined} host whichever can be had when absent
 * @property {boolean} fresh make the sample workspace anew
 * @property {boolean} restricted open it in Restricted Mode
 * @property {() => void} beforeRunning called when VS Code is about to run and takes care of signals itself
 */

/** @param {StartOptions} options */
export async function openSample({ host, fresh, restricted, beforeRunning }) {
  say('Building the extension …');
  await buildProduct([]);
  const folder = keepSample({ fresh });
  // The folder was made a moment ago by this very checkout; whether to trust it is no question worth asking.
  const trust = restricted ? [] : ['--disable-workspace-trust'];
  const desktop = host === 'server' ? undefined : await findDesktop();
  if (desktop) return runDesktop(desktop, { folder, trust, beforeRunning });
  if (host === 'desktop')
    throw new SetupError('Desktop VS Code is not installed and cannot be downloaded or shown here.');
  return runServer({ folder, trust, beforeRunning });
}

/**
 * @typedef {{ folder: string, trust: string[], beforeRunning: () => void }} RunOptions
 *
 * @param {string} executable
 * @param {RunOptions} options
 */
async function runDesktop(executable, { folder, trust, beforeRunning }) {
  const userData = path.join(toolsFolder(), 'start/desktop');
  writeUserSettings(path.join(userData, 'User'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const isolated = [
    '--user-data-dir',
    userData,
    '--extensions-dir',
    path.join(toolsFolder(), 'start/desktop-extensions'),
  ];
  const args = [folder, `--extensionDevelopmentPath=${path.resolve('.')}`, ...isolated, ...trust, ...asRoot];
  beforeRunning();
  const interrupted = interruption();
  const running = startGroup(executable, args, {});
  say('\nVS Code opens with the sample workspace. Ctrl+C here, or closing its window, ends it.');
  await Promise.race([running.ended, interrupted]);
  await running.stop();
}

/** @param {RunOptions} options */
async function runServer({ folder, trust, beforeRunning }) {
  const server = await ensureVsCodeServer();
  const dataFolder = path.join(toolsFolder(), 'start/data');
  const extensionsFolder = path.join(toolsFolder(), 'start/extensions');
  const vsix = path.resolve('dist/incident-docs.vsix');
  await packVsix(vsix);
  rmSync(extensionsFolder, { recursive: true, force: true });
  await installVsix(server, { vsix, dataFolder, extensionsFolder });
  beforeRunning();
  const interrupted = interruption();
  const running = await startVsCodeServer(server, { dataFolder, extensionsFolder, flags: trust });
  say(`\nVS Code is ready with the sample workspace. Open this address in a browser:\n`);
  say(`  ${running.origin}/?${new URLSearchParams({ folder })}\n`);
  say('Ctrl+C ends it.');
  const reason = await Promise.race([interrupted, running.ended]);
  if (reason === undefined) throw new SetupError(`The VS Code server has ended.\n${running.log()}`);
  await running.stop();
  say('\nStopped.');
}
