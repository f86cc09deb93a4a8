import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository in a folder of its own, with fixed dates and people; whoever makes it removes it. */
export interface TemporaryRepository {
  readonly folder: string;
  git(...args: readonly string[]): string;
  write(path: string, text: string): void;
  /** Commits all that is there and returns the full hash. */
  commit(subject: string, at?: string): string;
  /** An executable script that leaves a mark in the folder for canaries when it runs. */
  canary(name: string): string;
  /** Names of the canaries that ran. */
  marks(): readonly string[];
  remove(): void;
}

export function createTemporaryRepository(options: readonly string[] = []): TemporaryRepository {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'incident-docs-git-')));
  const folder = join(home, 'work');
  const marks = join(home, 'marks');
  for (const path of [folder, marks]) mkdirSync(path);
  const repository = {
    folder,
    git: (...args: readonly string[]) => runIn(folder, args),
    write: (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    commit: (subject: string, at = '2026-11-23T10:50:00+01:00') => {
      runIn(folder, ['add', '-A']);
      runIn(folder, ['commit', '-q', '--allow-empty', '-m', subject], at);
      return runIn(folder, ['rev-parse', 'HEAD']);
    },
    canary: (name: string) => {
      const path = join(home, `${name}.sh`);
      writeFileSync(path, `#!/bin/sh\ntouch '${join(marks, name)}'\nexit 1\n`);
      chmodSync(path, 0o755);
      return path;
    },
    marks: () => readdirSync(marks),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
  repository.git('init', '-q', '-b', 'main', ...options);
  return repository;
}

function runIn(folder: string, args: readonly string[], at = '2026-11-23T10:50:00+01:00'): string {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'alice',
    GIT_AUTHOR_EMAIL: 'alice@example.org',
    GIT_COMMITTER_NAME: 'bo',
    GIT_COMMITTER_EMAIL: 'bo@example.org',
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_DATE: at,
  };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}
