// Builds the VSIX for installation. Usage: npm run package
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { buildProduct, packVsix } = await import('./product.mjs');
  await buildProduct(['--production']);
  await packVsix('dist/incident-docs.vsix');
} catch (error) {
  fail(error);
}
