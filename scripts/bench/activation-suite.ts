import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

const id = 'incident-docs.incident-docs';

/**
 * Called by the extension host, in a workspace whose marker file has been put aside: shows that nothing runs without
 * it, puts it back, and measures loading plus `activate`.
 */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const extension = vscode.extensions.getExtension(id);
  const resultFile = process.env.INCIDENT_DOCS_TEST_RESULT;
  if (!folder || !extension || !resultFile) throw new Error('The host has no folder, no extension or no result file.');
  await untilQuiet();
  const wasActive = extension.isActive;
  await rename(path.join(folder, 'incidents.yml.aside'), path.join(folder, '.incidents.yml'));
  const start = performance.now();
  const cpu = process.cpuUsage();
  await extension.activate();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  await writeFile(resultFile, JSON.stringify({ wasActive, milliseconds, cpu: (user + system) / 1000 }));
}

/** Waits until the other extensions have started: what they do in the same process is not ours. */
async function untilQuiet(): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { user, system } = process.cpuUsage(before);
    if (user + system < 5_000) return;
  }
}
