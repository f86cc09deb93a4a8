// How fast the rules are beside other linters, after a keystroke and on hostile input. Usage: npm run bench:lint
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { benchLint } = await import('./bench/bench-lint.mjs');
  await benchLint();
} catch (error) {
  fail(error);
}
