// Makes the sample workspace.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {string} folder */
export function makeSampleWorkspace(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, '.incidents.yml'), 'timeZone: Europe/Berlin\n');
  execFileSync('git', ['init', '-q', folder]);
}
