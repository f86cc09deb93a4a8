// Sizes, activation time in a real extension host, and throughput beside other tools. Usage: npm run bench
// With --host instead: the delay of the host's event loop while someone types in a long report.
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const isHost = process.argv.includes('--host');
  const run = isHost ? (await import('./bench/bench-host.mjs')).benchHost : (await import('./bench/bench.mjs')).bench;
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  fail(error);
}
