// Memory and time of importing a Slack export of 100 MB by the command line. Usage: npm run bench:import
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { benchImport } = await import('./bench/import-bench.mjs');
  process.exitCode = (await benchImport()) ? 0 : 1;
} catch (error) {
  fail(error);
}
