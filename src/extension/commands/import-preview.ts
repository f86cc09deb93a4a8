import * as vscode from 'vscode';
import type { Candidate, ImportReading } from '../../core/import/candidate';
import type { Conventions } from '../../core/model/conventions';
import { entryKinds } from '../../core/model/entry-kind';
import { formatStamp } from '../../core/model/read-stamp';
import { translate } from '../convert';
import { entryIcon } from '../views/icons';
import { pick } from './multi-step';

const { t } = vscode.l10n;

interface PreviewContext {
  /** How many are in the report already. */
  readonly known: number;
  readonly reading: ImportReading;
  readonly conventions: Conventions;
}

/** What is chosen in the preview, each with the kind that was chosen there; a kind can be changed on its row. */
export async function chooseCandidates(
  offered: readonly Candidate[],
  context: PreviewContext,
): Promise<readonly Candidate[]> {
  if (offered.length === 0) return [];
  let rows = offered.map((candidate) => ({ candidate, isChosen: true }));
  let typed = '';
  for (;;) {
    const answer = await showPreview(rows, typed, context);
    if (answer.change === undefined) return answer.chosen;
    const kind = await chooseKind(answer.change, context.conventions);
    const chosen = new Set(answer.chosen);
    typed = answer.typed;
    rows = rows.map(({ candidate }) => ({
      candidate: candidate === answer.change && kind !== undefined ? stated(candidate, kind) : candidate,
      isChosen: chosen.has(candidate),
    }));
  }
}

interface PreviewRow {
  readonly candidate: Candidate;
  readonly isChosen: boolean;
}

interface PreviewAnswer {
  readonly chosen: readonly Candidate[];
  readonly typed: string;
  /** The row whose kind is to be chosen before anything is imported. */
  readonly change?: Candidate;
}

interface PreviewItem extends vscode.QuickPickItem {
  readonly candidate?: Candidate;
}

async function showPreview(
  rows: readonly PreviewRow[],
  typed: string,
  { known, reading }: PreviewContext,
): Promise<PreviewAnswer> {
  const box = vscode.window.createQuickPick<PreviewItem>();
  box.title = t('Import Timeline');
  box.placeholder = placeholder(rows.length, known, reading);
  box.canSelectMany = true;
  box.matchOnDetail = true;
  box.ignoreFocusOut = true;
  const items = rows.map(({ candidate }) => itemOf(candidate));
  box.items = withDays(items);
  box.selectedItems = items.filter((_, at) => rows[at]?.isChosen);
  box.value = typed;
  const answer = (change?: Candidate): PreviewAnswer => ({
    chosen: box.selectedItems.flatMap(({ candidate }) => candidate ?? []),
    typed: box.value,
    ...(change !== undefined && { change }),
  });
  try {
    return await new Promise<PreviewAnswer>((resolve, reject) => {
      box.onDidAccept(() => resolve(answer()));
      box.onDidTriggerItemButton(({ item }) => resolve(answer(item.candidate)));
      box.onDidHide(() => reject(new vscode.CancellationError()));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

function placeholder(fresh: number, known: number, { leftOut }: ImportReading): string {
  const others = leftOut.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    fresh === 1 ? t('1 new entry') : t('{count} new entries', { count: fresh }),
    ...(known > 0 ? [t('{count} known', { count: known })] : []),
    ...(others > 0 ? [t('{count} left out', { count: others })] : []),
  ];
  return t('{counts}. Enter adds the ticked ones.', { counts: parts.join(', ') });
}

/** What is a guess stands in a line of its own, as beside a long text it would be cut. */
function itemOf(candidate: Candidate): PreviewItem {
  const { stamp, kind, guess, zone, event, actors, systems, evidence } = candidate;
  const links =
    evidence.length === 0 ? '' : evidence.length === 1 ? t('1 link') : t('{count} links', { count: evidence.length });
  const detail = [
    guess === undefined ? kind : t('{kind} (guess: {why})', { kind, why: translate(guess) }),
    ...(zone === undefined ? [] : [t('read in {zone}', { zone })]),
    ...actors,
    ...systems,
    links,
  ].filter(Boolean);
  return {
    label: `${formatStamp(stamp).replace(/\d{4}-\d{2}-\d{2} /g, '')}  ${event}`,
    detail: detail.join(', '),
    iconPath: entryIcon(kind),
    buttons: [{ iconPath: new vscode.ThemeIcon('tag'), tooltip: t('Choose the kind') }],
    candidate,
  };
}

/** Under the day that they are of. */
function withDays(items: readonly PreviewItem[]): readonly PreviewItem[] {
  let day = '';
  return items.flatMap((item) => {
    const next = item.candidate === undefined ? '' : formatStamp(item.candidate.stamp).replace(/^~/, '').slice(0, 10);
    if (next === day) return [item];
    day = next;
    return [{ label: day, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

/** Nothing where the step is left. */
async function chooseKind({ event, kind }: Candidate, conventions: Conventions): Promise<string | undefined> {
  const kinds = [...entryKinds.filter(({ value }) => value === undefined), ...conventions.entryKinds];
  const items = kinds.map(({ name, definition }) => ({
    label: name,
    description: definition,
    iconPath: entryIcon(name),
  }));
  const title = t('Kind of "{event}"', { event: event.length > 60 ? `${event.slice(0, 59)}…` : event });
  try {
    const chosen = await pick<(typeof items)[number]>(
      { title, step: 1, totalSteps: 1, canGoBack: true },
      { placeholder: t('Which kind?'), items, active: items.find(({ label }) => label === kind) },
    );
    return chosen === 'back' ? undefined : chosen[0]?.label;
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    throw error;
  }
}

/** What the user says is no guess. */
function stated({ guess: _, ...candidate }: Candidate, kind: string): Candidate {
  return { ...candidate, kind };
}
