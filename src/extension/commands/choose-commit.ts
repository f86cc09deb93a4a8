import * as vscode from 'vscode';
import { citationKey } from '../../core/model/commit';
import { writtenDigits } from '../../core/operations/link-commit';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import { pick } from './multi-step';

/** Writes the commit that is meant where a short hash fits several. */
export async function chooseCommit(services: Services, uri: unknown, key: unknown, candidates: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof key !== 'string' || !Array.isArray(candidates)) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const hashes = candidates.filter((hash): hash is string => typeof hash === 'string');
  const known = services.documents.get(document)?.folder.commits.get(hashes);
  const items = hashes.map((hash) => {
    const lookup = known?.get(hash);
    return { label: hash.slice(0, writtenDigits), description: lookup?.state === 'found' ? lookup.commit.subject : '' };
  });
  const place = { title: vscode.l10n.t('Choose the Commit'), step: 1, totalSteps: 1, canGoBack: false };
  const chosen = await pick(place, { placeholder: vscode.l10n.t('Which commit is meant by {key}?', { key }), items });
  const open = services.documents.get(document);
  const hash = chosen === 'back' ? undefined : chosen[0]?.label;
  if (hash === undefined || open === undefined || open.incident.kind !== 'postmortem') return;
  const edits = open.incident.causes
    .flatMap(({ commits }) => commits)
    .filter((citation) => citationKey(citation) === key)
    .map(({ span }) => ({
      span: { start: span.end - key.slice(key.indexOf('@') + 1).length, end: span.end },
      newText: hash,
    }));
  const base = document.getText();
  await applyChange(open.folder.root, { creates: [], edits: [{ path: open.path, base, edits }] });
}
