// Makes the sample workspace beside the sources. Usage: npm run sample [-- --fresh]
import { existsSync, rmSync } from 'node:fs';
import { prepare, say } from './setup.mjs';

await prepare();
const { makeSampleWorkspace } = await import('./sample-workspace.mjs');
const folder = 'sample-workspace';
if (process.argv.includes('--fresh')) rmSync(folder, { recursive: true, force: true });
if (existsSync(folder)) {
  say(`${folder}/ is there already and is left as it is (--fresh makes it anew).`);
} else {
  makeSampleWorkspace(folder);
  say(`Made ${folder}/: a small service, its git history and two incidents.`);
}
