// How often the commit that a fix names in a `Fixes:` trailer is found without the trailer, beside plain blame.
// Usage: npm run eval:suspects -- REPO [--most N] [--seed N] [--verbose]; without REPO on a small history made for it,
// with --grown SEED on one of some hundred commits that grows by chance.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { fail, prepare, SetupError } from './setup.mjs';

await prepare();
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      most: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      grown: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { bundleEsm } = await import('./bundle-tests.mjs');
  const entries = ['scripts/eval/evaluate-suspects.ts', 'scripts/eval/grown/grown-history.ts'];
  const [evaluation = '', growth = ''] = await bundleEsm(entries, 'eval', 'scripts/eval');
  const { evaluateSuspects } = await import(pathToFileURL(path.resolve(evaluation)).href);
  const { makeGrownHistory } = await import(pathToFileURL(path.resolve(growth)).href);
  const { makeFaultyHistory } = await import('./eval/faulty-history.mjs');
  const given = positionals[0];
  const make = () =>
    values.grown === undefined ? makeFaultyHistory() : makeGrownHistory({ seed: Number(values.grown) });
  const made = given === undefined ? make() : undefined;
  try {
    const options = { most: Number(values.most), seed: Number(values.seed), isVerbose: values.verbose };
    const problem = await evaluateSuspects(path.resolve(given ?? made?.folder ?? '.'), options);
    if (problem !== undefined) throw new SetupError(problem);
  } finally {
    made?.remove();
  }
} catch (error) {
  fail(error);
}
