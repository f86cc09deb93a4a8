import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TemporaryRepository } from './temporary-repository';

/** Settings that name a program, with the canary each one would run. */
const settings: Readonly<Record<string, string>> = {
  'core.fsmonitor': 'fsmonitor',
  'diff.external': 'external',
  'diff.canary.textconv': 'textconv',
  'diff.canary.command': 'diff-command',
  'filter.canary.smudge': 'smudge',
  'filter.canary.clean': 'clean',
  'gpg.program': 'gpg',
  'core.pager': 'pager',
  'core.editor': 'editor',
  'core.sshCommand': 'ssh',
  'core.askPass': 'askpass',
  'credential.helper': 'credential',
  'core.alternateRefsCommand': 'alternates',
  'core.gitProxy': 'proxy',
  'remote.origin.uploadpack': 'upload-pack',
};

const hooks = ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'post-checkout', 'post-commit'];

/** Lets a repository name a canary wherever git would start a program for its configuration, hooks or attributes. */
export function plantCanaries(repository: Pick<TemporaryRepository, 'folder' | 'git' | 'canary'>): void {
  const { folder } = repository;
  for (const [key, canary] of Object.entries(settings)) repository.git('config', key, repository.canary(canary));
  repository.git('config', 'log.showSignature', 'true');
  for (const hook of hooks) {
    const script = `#!/bin/sh\nexec '${repository.canary(`hook-${hook}`)}'\n`;
    writeFileSync(join(folder, '.git/hooks', hook), script, { mode: 0o755 });
  }
  repository.git('config', 'alias.canary', `!${repository.canary('alias')}`);
  repository.git('config', 'submodule.sub.url', `ext::${repository.canary('submodule')}`);
  repository.git('config', 'submodule.sub.update', `!${repository.canary('submodule-update')}`);
  // What the file says that a configuration includes counts as said there.
  const included = `[alias]\n\tblame = "!${repository.canary('included')}"\n[diff]\n\texternal = ${repository.canary('included-diff')}\n`;
  writeFileSync(join(folder, '.git/included'), included);
  repository.git('config', 'include.path', 'included');
}
