// Citations, lenses and details of commits in a repository of 100,000 commits. Usage: npm run bench:git
import { fail, prepare } from './setup.mjs';

await prepare();
try {
  const { benchGit } = await import('./bench/bench-git.mjs');
  process.exitCode = (await benchGit()) ? 0 : 1;
} catch (error) {
  fail(error);
}
