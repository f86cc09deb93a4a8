// Precision, recall and F1 of the language rules on labelled sentences, and the misses. Usage: npm run eval -- FILE.jsonl
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new Error('Which file? npm run eval -- FILE.jsonl');
  const { bundleEsm } = await import('./bundle-tests.mjs');
  const { generate } = await import('./product.mjs');
  await generate();
  const [bundle = ''] = await bundleEsm(['scripts/eval/evaluate.ts'], 'eval', 'scripts/eval');
  const { evaluate } = await import(pathToFileURL(path.resolve(bundle)).href);
  for (const file of files) evaluate(file);
} catch (error) {
  fail(error);
}
