import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import type { Commit } from '../../core/model/commit';
import { message } from '../../core/model/message';
import { utcDate } from '../../core/model/time-text';
import {
  defaultLeadUpDays,
  type FoundSuspects,
  findSuspects,
  partialSearch,
} from '../../core/operations/find-suspects';
import { documentsOf } from '../../core/operations/incident-documents';
import { describeAge } from '../../core/operations/recent-commits';
import type { Cancellation } from '../../core/ports';
import type { Suspect } from '../../core/suspects/suspect';
import { translate } from '../convert';
import { impactStart } from '../editor/cause-lenses';
import type { Services } from '../services';
import { writeLink } from './link-commit';
import { causeItems } from './link-items';
import { type CauseChoice, knownBefore, openedPostmortem } from './link-known';
import { input, pick } from './multi-step';
import { readWithProgress } from './read-with-progress';
import { SuspectPreview } from './suspect-preview';

const { t } = vscode.l10n;
const widerDays = 14;

/**
 * Candidates for a cause, each with its reasons; one is added as suspect, or dismissed with a reason. Takes the
 * postmortem and a cause's id, the row of a cause in the tree, or nothing: then what is in the editor counts.
 */
export async function findSuspectCommits(services: Services, ...args: readonly unknown[]): Promise<void> {
  const cause = await askCause(services, args);
  if (cause === undefined) return;
  const preview = new SuspectPreview(services, cause.folder);
  try {
    await chooseUntilDone(services, cause, preview);
  } finally {
    await preview.close();
  }
}

/** A dismissed commit and a wider window lead back to the list. */
async function chooseUntilDone(services: Services, cause: CauseChoice, preview: SuspectPreview): Promise<void> {
  let days = defaultLeadUpDays;
  let found = await search(services, cause, days);
  for (;;) {
    const choice = await choose(services, cause, { found, canWiden: days < widerDays, preview });
    if (choice === undefined) return;
    if (choice === 'widen') days = widerDays;
    else if (choice.as === 'dismissed') await dismiss(services, cause, choice.suspect.commit);
    else return writeLink(services, cause, { relation: 'suspect', hash: choice.suspect.commit.hash });
    found = await search(services, cause, days);
  }
}

async function askCause(services: Services, args: readonly unknown[]): Promise<CauseChoice | undefined> {
  const { cause } = await knownBefore(services, args);
  if (cause?.causeId !== undefined) return { ...cause, causeId: cause.causeId };
  const place = { title: t('Find Suspect Commits'), step: 1, totalSteps: 1, canGoBack: false };
  const answer = await pick(place, { placeholder: t('Which cause?'), items: causeItems(services, cause) });
  return answer === 'back' ? undefined : answer[0]?.choice;
}

interface Found extends FoundSuspects {
  /** ms since the epoch. */
  readonly impactStart: number | undefined;
}

async function search(services: Services, choice: CauseChoice, days: number): Promise<Found> {
  const { folder, path, causeId } = choice;
  const open = await openedPostmortem(services, folder.uriOf(path));
  const cause = open?.incident.causes.find(({ id }) => id === causeId);
  const history = await folder.commits.history();
  if (open === undefined || cause === undefined) {
    throw new OperationError('not-found', message('{id} is no longer there.', { id: causeId }));
  }
  if (history === undefined) {
    throw new OperationError('not-found', message('There is no git history to look at here.'));
  }
  const { store, conventions } = folder;
  const incident = open.incident.reports[0] ?? folder.index.incidentOf(path)?.id;
  const documents = incident === undefined ? {} : await documentsOf(store, conventions, incident);
  const report = documents.report?.document;
  const look = (signal: Cancellation) =>
    findSuspects(history, {
      cause,
      conventions,
      days,
      now: services.now,
      signal,
      ...(report !== undefined && { report }),
    });
  const found = await readWithProgress(t('Looking for suspects'), ({ signal }) =>
    look(signal ?? new AbortController().signal),
  );
  return { ...found, impactStart: impactStart(open, open.incident) };
}

type Choice = { readonly as: 'suspect' | 'dismissed'; readonly suspect: Suspect } | 'widen' | undefined;

interface SuspectItem extends vscode.QuickPickItem {
  readonly suspect?: Suspect;
  readonly isWider?: boolean;
}

const addButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('add'), tooltip: t('Add as suspect') };
const dismissButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('circle-slash'),
  tooltip: t('Dismiss with a reason'),
};

async function choose(
  services: Services,
  cause: CauseChoice,
  { found, canWiden, preview }: { readonly found: Found; readonly canWiden: boolean; readonly preview: SuspectPreview },
): Promise<Choice> {
  const box = vscode.window.createQuickPick<SuspectItem>();
  box.title = t('Candidates, not findings');
  box.placeholder = t('Enter adds the commit to {cause} as suspect', { cause: cause.causeId });
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  box.ignoreFocusOut = true;
  box.items = itemsOf(found, canWiden, services.now());
  box.onDidChangeActive(([active]) => preview.showSoon(active?.suspect));
  try {
    return await new Promise<Choice>((resolve) => {
      box.onDidAccept(() => {
        const [chosen] = box.activeItems;
        if (chosen?.isWider === true) resolve('widen');
        else if (chosen?.suspect !== undefined) resolve({ as: 'suspect', suspect: chosen.suspect });
      });
      box.onDidTriggerItemButton(({ item, button }) => {
        if (item.suspect === undefined) return;
        resolve({ as: button === addButton ? 'suspect' : 'dismissed', suspect: item.suspect });
      });
      box.onDidHide(() => resolve(undefined));
      box.show();
    });
  } finally {
    preview.stop();
    box.dispose();
  }
}

function itemsOf(
  { suspects, window, impactStart, isPartial }: Found,
  canWiden: boolean,
  now: number,
): readonly SuspectItem[] {
  const wider = { label: t('Widen to {count} days', { count: widerDays }), isWider: true };
  const rows = suspects.map((suspect): SuspectItem => {
    const { commit, reasons } = suspect;
    return {
      label: `${commit.hash.slice(0, 7)} ${commit.subject}`,
      description: translate(describeAge(commit, { impactStart, now })),
      detail: reasons.map(translate).join('; '),
      buttons: [addButton, dismissButton],
      suspect,
    };
  });
  const further = [
    ...(isPartial ? [{ label: translate(partialSearch) }] : []),
    ...(canWiden && window !== undefined ? [wider] : []),
  ];
  if (rows.length > 0) return [...rows, ...further];
  const between =
    window === undefined
      ? t('No candidates: no fixing commit is cited, and it is not known when impact started')
      : t('No candidates between {from} and {until}', { from: utcDate(window.from), until: utcDate(window.until) });
  return [{ label: between }, ...further];
}

async function dismiss(services: Services, cause: CauseChoice, { hash }: Commit): Promise<void> {
  const place = {
    title: t('Dismiss {commit}', { commit: hash.slice(0, 7) }),
    step: 1,
    totalSteps: 1,
    canGoBack: false,
  };
  const answer = await input(place, {
    prompt: t('Why is it no suspect? The reason stands behind the commit.'),
    placeholder: t('only renames a variable'),
    validate: (text) =>
      text.trim() === ''
        ? {
            message: t('A reason is needed, so that it is not asked again.'),
            severity: vscode.InputBoxValidationSeverity.Error,
          }
        : undefined,
  });
  if (answer !== 'back') await writeLink(services, cause, { relation: 'dismissed', hash, reason: answer.text });
}
