// Finds a browser of the Chromium family for the tests, or gets one.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';
import { SetupError, say } from './setup.mjs';

/** @returns {Promise<string>} the executable */
export async function ensureChromium() {
  const found = fromEnvironment() ?? installed();
  if (found !== undefined) return found;
  return (await fromDebian()) ?? (await fromPlaywright());
}

function fromEnvironment() {
  const named = process.env.CHROMIUM;
  if (named && !existsSync(named)) throw new SetupError(`CHROMIUM names ${named}, which does not exist.`);
  return named || undefined;
}

function installed() {
  return candidates().find((file) => existsSync(file));
}

function candidates() {
  const { platform, env } = process;
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return roots.flatMap((root) => programs.map((program) => path.join(root, program)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'];
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

async function fromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  say('Installing Chromium from Debian (apt-get install chromium), because no browser was found …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-qq'], { env, quiet: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
      env,
      quiet: true,
    });
  } catch (error) {
    say(`That did not work (${error instanceof Error ? error.message : error}).`);
  }
  return installed();
}

async function fromPlaywright() {
  say('Downloading Chromium through Playwright, because no browser was found …');
  try {
    await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { quiet: true });
  } catch (error) {
    const hint = 'Please install Chromium, Chrome or Edge, or set CHROMIUM to its executable.';
    throw new SetupError(`No browser was found, and none could be downloaded. ${hint}\n\n${error}`);
  }
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/**
 * Starts the browser without a window and without anything that calls home.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchChromium() {
  const executablePath = await ensureChromium();
  const { chromium } = await import('playwright-core');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const inContainers = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic'];
  return chromium.launch({
    executablePath,
    args: [...quiet, ...inContainers],
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}
