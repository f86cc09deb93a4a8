import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeSampleWorkspace } from './sample-workspace.mjs';
import { say } from './setup.mjs';

/**
 * The sample workspace beside the sources, made where it is missing: what somebody has tried in it is theirs.
 * @param {{ fresh: boolean }} options fresh: throw away what is there
 * @returns {string} the folder
 */
export function keepSample({ fresh }) {
  const folder = path.resolve('sample-workspace');
  if (fresh) rmSync(folder, { recursive: true, force: true });
  if (existsSync(folder)) {
    say('sample-workspace/ is there already and is left as it is (--fresh makes it anew).');
  } else {
    makeSampleWorkspace(folder);
    say('Made sample-workspace/: a small service, its git history and two incidents.');
  }
  return folder;
}
