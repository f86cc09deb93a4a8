// Takes the pictures of docs/images/ from the real VS Code on the sample workspace. Usage: npm run screenshots
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { bundleEsm } = await import('./bundle-tests.mjs');
  const { run } = await import('./processes.mjs');
  const { buildProduct, packVsix } = await import('./product.mjs');
  const { renewSample } = await import('./test-folders.mjs');
  await buildProduct(['--production']);
  await packVsix('out/incident-docs.vsix');
  renewSample();
  const [bundle = ''] = await bundleEsm(['test/support/screenshots.ts'], 'screenshots', 'test/support');
  await run(process.execPath, ['--enable-source-maps', bundle]);
} catch (error) {
  fail(error);
}
