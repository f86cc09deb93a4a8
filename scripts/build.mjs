// Generates what is generated and bundles everything into dist/. Usage: npm run build [-- --watch | --development]
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { buildProduct } = await import('./product.mjs');
  if (process.argv.includes('--watch')) await buildProduct(['--watch']);
  else await buildProduct(process.argv.includes('--development') ? [] : ['--production']);
} catch (error) {
  fail(error);
}
