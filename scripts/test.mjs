// Runs every check of the project. Usage:
//   npm test [-- --only unit|integration|ui] [--host server|desktop] [--grep PATTERN] [PATH…]
// PATH keeps only the test files whose path contains it.
import { parseArgs } from 'node:util';
import { fail, oneOf, prepare } from './setup.mjs';

await prepare();
try {
  const { runTests } = await import('./run-tests.mjs');
  process.exitCode = (await runTests(readOptions())) ? 0 : 1;
} catch (error) {
  fail(error);
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      host: { type: 'string', default: 'server' },
      grep: { type: 'string', default: '' },
    },
  });
  return {
    only: values.only === undefined ? undefined : oneOf('--only', values.only, ['unit', 'integration', 'ui']),
    host: oneOf('--host', values.host, ['server', 'desktop']),
    grep: values.grep,
    paths: positionals,
  };
}
