// Sizes, activation time in a real extension host, and throughput beside other tools. Usage: npm run bench
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { bench } = await import('./bench/bench.mjs');
  process.exitCode = (await bench()) ? 0 : 1;
} catch (error) {
  fail(error);
}
