// Makes the sample workspace beside the sources. Usage: npm run sample [-- --fresh]
import { prepare } from './setup.mjs';

await prepare();
const { keepSample } = await import('./make-sample.mjs');
keepSample({ fresh: process.argv.includes('--fresh') });
