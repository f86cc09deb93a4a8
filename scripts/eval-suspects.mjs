// How often the commit that a fix names in a `Fixes:` trailer is found without the trailer, beside plain blame.
// Usage: npm run eval:suspects -- REPO [--most N] [--seed N] [--verbose]; without REPO on a small history made for it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      most: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { bundleEsm } = await import('./bundle-tests.mjs');
  const [bundle = ''] = await bundleEsm(['scripts/eval/evaluate-suspects.ts'], 'eval', 'scripts/eval');
  const { evaluateSuspects } = await import(pathToFileURL(path.resolve(bundle)).href);
  const { makeFaultyHistory } = await import('./eval/faulty-history.mjs');
  const given = positionals[0];
  const made = given === undefined ? makeFaultyHistory() : undefined;
  try {
    const options = { most: Number(values.most), seed: Number(values.seed), isVerbose: values.verbose };
    await evaluateSuspects(path.resolve(given ?? made?.folder ?? '.'), options);
  } finally {
    made?.remove();
  }
} catch (error) {
  fail(error);
}
