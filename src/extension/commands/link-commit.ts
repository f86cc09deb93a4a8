import * as vscode from 'vscode';
import { citationKey } from '../../core/model/commit';
import { type CommitLink, linkCommit as linkEdit, linkRelations } from '../../core/operations/link-commit';
import { applyChange } from '../adapters/apply-change';
import { translate } from '../convert';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';
import { causeItems, commitItems, withTyped } from './link-items';
import { type CauseChoice, knownBefore, type LinkedCommit, openedPostmortem } from './link-known';
import { pick, runSteps, type Step } from './multi-step';
import { reportEdit } from './report-edit';

const { t } = vscode.l10n;

interface Chosen {
  cause?: CauseChoice | undefined;
  commit?: LinkedCommit | undefined;
  relation?: CommitLink['relation'] | undefined;
}

/**
 * Links a commit to a cause. Takes the postmortem and a cause's id, the row of a cause in the tree, the place that the
 * Timeline view gives, a file of code, or nothing: then what is in the editor counts.
 */
export async function linkCommit(services: Services, ...args: readonly unknown[]): Promise<void> {
  const known = await knownBefore(services, args);
  const chosen: Chosen = {};
  const { cause, commit } = known;
  if (cause?.causeId !== undefined) chosen.cause = { ...cause, causeId: cause.causeId };
  if (commit !== undefined) chosen.commit = commit;
  const steps: Step[] = [];
  if (chosen.cause === undefined) {
    steps.push(async (place) => {
      const items = causeItems(services, cause);
      const answer = await pick(place, { placeholder: t('Which cause?'), items });
      if (answer === 'back') return 'back';
      chosen.cause = answer[0]?.choice;
      return 'next';
    });
  }
  if (chosen.commit === undefined) {
    steps.push(async (place) => {
      const items = chosen.cause === undefined ? [] : await commitItems(services, chosen.cause, known);
      const answer = await pick(place, {
        placeholder: items.length > 0 ? t('Which commit? A hash can be typed.') : whyNone(),
        items,
        itemsFor: (typed) => withTyped(items, typed),
      });
      if (answer === 'back') return 'back';
      chosen.commit = answer[0]?.commit;
      return 'next';
    });
  }
  steps.push(async (place) => {
    const items = linkRelations.map(({ relation, meaning }) => ({
      label: relation,
      description: translate(meaning),
      relation,
    }));
    const answer = await pick(place, { placeholder: t('What did it do?'), items });
    if (answer === 'back') return 'back';
    chosen.relation = answer[0]?.relation;
    return 'next';
  });
  await runSteps(t('Link Commit to Cause'), steps);
  const { relation } = chosen;
  if (chosen.cause === undefined || chosen.commit === undefined || relation === undefined) return;
  await writeLink(services, chosen.cause, { ...chosen.commit, relation });
}

/** Once, where the commits would stand. */
function whyNone(): string {
  return vscode.workspace.isTrusted
    ? t('No commits could be read. A hash can be typed.')
    : t('Commits are not read in restricted mode. A hash can be typed.');
}

/** Writes one field; says so where the postmortem is not the document in front. */
export async function writeLink(
  services: Services,
  { folder, path, causeId }: CauseChoice,
  link: CommitLink,
): Promise<void> {
  const uri = folder.uriOf(path);
  const open = await openedPostmortem(services, uri);
  if (open === undefined) return;
  const { incident } = open;
  const full = await fullHash(folder, link);
  const edits = [{ path, base: incident.markdown.text, edits: [linkEdit(incident, causeId, { ...link, hash: full })] }];
  const applied = await applyChange(folder.root, { creates: [], edits });
  if (vscode.window.activeTextEditor?.document.uri.toString() === uri.toString()) return;
  const text = t('Linked {commit} to {cause}', { commit: full.slice(0, 7), cause: causeId });
  reportEdit(services, text, applied, uri);
}

/** A short hash is written with 12 digits where the repository knows it. */
async function fullHash(folder: IncidentFolder, link: CommitLink): Promise<string> {
  const lookup = await folder.commits.lookUp(citationKey(link));
  return lookup?.state === 'found' ? lookup.commit.hash : link.hash;
}
