// Types and lint of the whole project. Usage: npm run check
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { check, generate } = await import('./product.mjs');
  await generate();
  await check();
} catch (error) {
  fail(error);
}
