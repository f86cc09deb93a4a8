// Runs bundled test files with mocha in this process and writes the counts to a file.
// Usage: node scripts/run-mocha.mjs RESULT_FILE TIMEOUT_MS GREP FILE…
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

const [resultFile = '', timeout = '2000', grep = '', ...files] = process.argv.slice(2);

const mocha = new Mocha({ ui: 'bdd', timeout: Number(timeout), reporter: 'dot', ...(grep ? { grep } : {}) });
for (const file of files) mocha.addFile(path.resolve(file));
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  writeFileSync(resultFile, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
  // Left-over handles must not keep a finished run alive.
  process.exit(failures > 0 ? 1 : 0);
});
