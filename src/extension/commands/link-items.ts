import * as vscode from 'vscode';
import { describeAge, recentCommits } from '../../core/operations/recent-commits';
import { translate } from '../convert';
import { impactStart } from '../editor/cause-lenses';
import type { Services } from '../services';
import { incidentTitle } from '../views/words';
import type { IncidentFolder } from '../workspace/incident-folder';
import { type CauseChoice, type Known, type LinkedCommit, openedPostmortem } from './link-known';

const { t } = vscode.l10n;

interface CauseItem extends vscode.QuickPickItem {
  readonly choice?: CauseChoice;
}

/** Of one postmortem where that is known; those of the latest incidents first, as the index has them. */
export function causeItems(services: Services, known: Known['cause']): readonly CauseItem[] {
  return services.folders.incidents().flatMap(({ folder, incident }) => {
    const { postmortem } = incident;
    if (postmortem === undefined || (known !== undefined && known.path !== postmortem.path)) return [];
    return postmortem.causes.map(({ id, title }) => ({
      label: `${id} ${title}`,
      description: known === undefined ? incidentTitle(incident) : '',
      choice: { folder, path: postmortem.path, causeId: id },
    }));
  });
}

interface CommitItem extends vscode.QuickPickItem {
  readonly commit?: LinkedCommit;
}

/** Commits near the impact, or of one file; a hash on the clipboard stands before them. */
export async function commitItems(
  services: Services,
  cause: CauseChoice,
  known: Known,
): Promise<readonly CommitItem[]> {
  const open = await openedPostmortem(services, cause.folder.uriOf(cause.path));
  const started = open === undefined ? undefined : impactStart(open, open.incident);
  const history = known.file?.history ?? (await cause.folder.commits.history());
  const window = {
    ...(started !== undefined && { impactStart: started }),
    ...(known.file !== undefined && { paths: [known.file.path] }),
  };
  const found = history === undefined ? undefined : await recentCommits(history, window);
  const repository = known.file?.repository;
  const items = (found ?? []).map(
    (commit): CommitItem => ({
      label: `${commit.hash.slice(0, 7)} ${commit.subject}`,
      description: translate(describeAge(commit, { impactStart: started, now: services.now() })),
      commit: { hash: commit.hash, ...(repository !== undefined && { repository }) },
    }),
  );
  const copied = await clipboardItem(cause.folder);
  if (copied === undefined) return items;
  const separator = (label: string): CommitItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [separator(t('From clipboard')), copied, separator(t('Commits')), ...items];
}

async function clipboardItem(folder: IncidentFolder): Promise<CommitItem | undefined> {
  const text = (await vscode.env.clipboard.readText()).trim().toLowerCase();
  if (!/^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/.test(text)) return undefined;
  const lookup = await folder.commits.lookUp(text);
  const subject = lookup?.state === 'found' ? lookup.commit.subject : '';
  const description = lookup?.state === 'found' ? lookup.commit.author : t('not in this repository');
  return { label: `${text.slice(0, 7)} ${subject}`.trim(), description, commit: { hash: text } };
}

/** A hash that is typed in full and stands in no row is taken as it is. */
export function withTyped(items: readonly CommitItem[], typed: string): readonly CommitItem[] {
  const text = typed.trim().toLowerCase();
  const [, repository, hash] = /^(?:([a-z0-9][\w.-]{0,99})@)?([0-9a-f]{64}|[0-9a-f]{7,40})$/i.exec(text) ?? [];
  const isListed = items.some(({ commit }) => commit?.hash.startsWith(hash ?? '') === true);
  if (hash === undefined || (repository === undefined && isListed)) return items;
  const commit = { hash, ...(repository !== undefined && { repository }) };
  return [{ label: text, description: t('as typed'), alwaysShow: true, commit }, ...items];
}
