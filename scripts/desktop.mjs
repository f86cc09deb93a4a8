// Desktop VS Code: the installed one, or one downloaded through @vscode/test-electron.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { say, toolsFolder } from './setup.mjs';

const downloads = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * The executable of desktop VS Code, or nothing where there is none and none can be had, or no screen to show it.
 * @returns {Promise<string | undefined>}
 */
export async function findDesktop() {
  if (!hasScreen()) return undefined;
  return installed() ?? (await download());
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The program itself, not the `code` command: that one returns at once and leaves the window to itself. */
function installed() {
  const { platform, env } = process;
  const command = platform === 'win32' ? 'code.cmd' : 'code';
  const onPath = (env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, command))
    .find((file) => existsSync(file));
  const beside = onPath ? path.dirname(realpathSync(onPath)) : undefined;
  const candidates = {
    darwin: [
      ...(beside ? [path.join(beside, '../../../MacOS/Electron'), path.join(beside, '../../../MacOS/Code')] : []),
      '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
      '/Applications/Visual Studio Code.app/Contents/MacOS/Code',
    ],
    win32: [
      ...(beside ? [path.join(beside, '../Code.exe')] : []),
      path.join(env.LOCALAPPDATA ?? '', 'Programs/Microsoft VS Code/Code.exe'),
    ],
    linux: [...(beside ? [path.join(beside, '../code')] : []), '/usr/share/code/code'],
  };
  return candidates[/** @type {'linux'} */ (platform)]?.find((file) => existsSync(file));
}

async function download() {
  if (!(await isReachable(downloads))) return undefined;
  say('Downloading desktop VS Code (about 150 MB, once) …');
  return downloadDesktop().catch(() => undefined);
}

/**
 * Desktop VS Code of our own, of the stable channel, free of the user's extensions.
 * @returns {Promise<string>} the executable
 */
export async function downloadDesktop() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({
    cachePath: path.join(toolsFolder(), 'vscode-desktop'),
    reporter: new SilentReporter(),
  });
}

/** @param {string} url */
function isReachable(url) {
  return fetch(url, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
}
