import * as vscode from 'vscode';
import { commitPlaceAt } from '../../core/kinds/commit-place';
import type { LoggedCommit } from '../../core/model/commit';
import { writtenDigits } from '../../core/operations/link-commit';
import { describeAge, recentCommits } from '../../core/operations/recent-commits';
import { spanToRange, translate } from '../convert';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';
import { impactStart } from './cause-lenses';
import { documentSelector } from './selectors';

/** Behind these a commit may follow; a relation or a comma ends with a blank. */
const triggers = [' ', '`', '@'];
/** Git is not asked again for every key. */
const keptFor = 60_000;

interface Recent {
  readonly at: number;
  readonly id: string;
  readonly commits: Promise<readonly LoggedCommit[]>;
}

/** Offers recent commits in the field *Commits* of a cause, those nearest to the impact first. */
export function registerCommitCompletions(services: Services): vscode.Disposable {
  const kept = new WeakMap<IncidentFolder, Recent>();
  return vscode.languages.registerCompletionItemProvider(
    documentSelector,
    { provideCompletionItems: (document, position) => commitsAt(services, kept, document, position) },
    ...triggers,
  );
}

async function commitsAt(
  services: Services,
  kept: WeakMap<IncidentFolder, Recent>,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const open = services.documents.get(document);
  if (open === undefined || open.incident.kind !== 'postmortem') return [];
  const place = commitPlaceAt(open.incident, document.offsetAt(position));
  if (place === undefined) return [];
  const started = impactStart(open, open.incident);
  const now = services.now();
  const commits = await recentOf(kept, open.folder, { repository: place.repository, started, now });
  const range = spanToRange(document, place.span);
  return commits.map((commit, index) => {
    const hash = `\`${commit.hash.slice(0, writtenDigits)}\``;
    const description = translate(describeAge(commit, { impactStart: started, now }));
    const label = { label: `${commit.hash.slice(0, 7)} ${commit.subject}`, description };
    const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Reference);
    item.insertText = place.hasRelation || place.repository !== undefined ? hash : `introduced ${hash}`;
    item.range = range;
    // Found by hash, with or without the code sign, and by the words of the subject.
    item.filterText = `${document.getText(range).startsWith('`') ? '`' : ''}${commit.hash} ${commit.subject} ${commit.author}`;
    item.sortText = `~${String(index).padStart(4, '0')}`;
    return item;
  });
}

async function recentOf(
  kept: WeakMap<IncidentFolder, Recent>,
  folder: IncidentFolder,
  { repository, started, now }: { repository: string | undefined; started: number | undefined; now: number },
): Promise<readonly LoggedCommit[]> {
  const id = JSON.stringify([repository, started]);
  const known = kept.get(folder);
  if (known !== undefined && known.id === id && now - known.at < keptFor) return known.commits;
  const read = async () => {
    const history = await folder.commits.history(repository);
    const window = started === undefined ? {} : { impactStart: started };
    return (history && (await recentCommits(history, window))) ?? [];
  };
  const commits = read();
  kept.set(folder, { at: now, id, commits });
  if ((await commits).length === 0) kept.delete(folder);
  return commits;
}
