import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import type { Milestone } from '../../core/model/entry-kind';
import { type IncidentStatus, incidentStatuses, isOpen } from '../../core/model/incident';
import { message } from '../../core/model/message';
import type { Stamp } from '../../core/model/stamp';
import { missingMilestone, setStatus as statusEdits } from '../../core/operations/set-status';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import { missingPostmortemDescription } from '../views/words';
import type { PlacedIncident } from '../workspace/incident-folders';
import { incidentFor } from './incident-argument';
import { input, pick, runSteps, type Step } from './multi-step';
import { reportEdit } from './report-edit';
import { checkStart, readStart } from './start-time';

const { t } = vscode.l10n;

/** The status in the front matter, and the time of the milestone that goes with it where no entry has it yet. */
export async function setStatus(services: Services, argument: unknown): Promise<void> {
  const title = t('Set Status');
  const filter = ({ incident }: PlacedIncident) => incident.report !== undefined;
  const placed = await incidentFor(services, argument, { title, filter });
  const path = placed.incident.report?.path;
  if (path === undefined) {
    throw new OperationError('not-found', message('{incident} has no report.', { incident: placed.incident.id }));
  }
  const status = await askStatus(services, placed, title);
  const { folder } = placed;
  const text = (await folder.store.read(path)) ?? '';
  const kind = missingMilestone(text, status, folder.conventions);
  const stamp = kind && (await askTime(services, placed, { title, kind }));
  await write(services, placed, { path, status, ...(kind && stamp && { milestone: { kind, stamp } }) });
}

async function askStatus(services: Services, placed: PlacedIncident, title: string): Promise<IncidentStatus> {
  const current = placed.incident.report?.status;
  const items = incidentStatuses.map((status) => ({
    label: status === current ? `$(check) ${status}` : status,
    detail: whatFollows(services, placed, status),
    status,
  }));
  const active = items.find(({ status }) => status === current);
  const place = { title, step: 1, totalSteps: 1, canGoBack: false };
  const chosen = await pick(place, { placeholder: t('How far is it?'), items, active });
  const status = chosen === 'back' ? undefined : chosen[0]?.status;
  if (status === undefined) throw new vscode.CancellationError();
  return status;
}

function whatFollows(services: Services, { incident, folder }: PlacedIncident, status: IncidentStatus): string {
  if (isOpen(status)) return t('Language findings are information, completeness is not asked for.');
  const due =
    incident.report === undefined || incident.postmortem !== undefined
      ? ''
      : missingPostmortemDescription(incident.report, folder.conventions, services.now());
  const findings = t('Language findings become warnings.');
  return due === '' ? findings : `${findings} ${t('A postmortem is {due}.', { due })}`;
}

/** Nothing where the box is left empty. */
async function askTime(
  services: Services,
  { folder }: PlacedIncident,
  { title, kind }: { readonly title: string; readonly kind: Milestone },
): Promise<Stamp | undefined> {
  const zone = services.timeZone(folder.conventions);
  let stamp: Stamp | undefined;
  const step: Step = async (place) => {
    const answer = await input(
      { ...place, step: 2, totalSteps: 2 },
      {
        prompt: promptOf(kind),
        placeholder: t('now, -20m, 14:05, yesterday 23:50; Enter for not now'),
        validate: (text) => checkStart(text, services.now(), zone),
      },
    );
    stamp = answer === 'back' ? undefined : readStart(answer.text, services.now(), zone);
    return 'next';
  };
  await runSteps(title, [step]);
  return stamp;
}

function promptOf(kind: Milestone): string {
  if (kind === 'cause identified') return t('When was the cause identified?');
  if (kind === 'mitigated') return t('When was it mitigated?');
  return kind === 'resolved' ? t('When was it resolved?') : t('When was it closed?');
}

/** The text is read again, so that what was saved while the boxes stood open stays. */
async function write(
  services: Services,
  { folder }: PlacedIncident,
  {
    path,
    ...change
  }: { readonly path: string; readonly status: IncidentStatus; readonly milestone?: { kind: Milestone; stamp: Stamp } },
): Promise<void> {
  const base = await folder.store.read(path);
  if (base === undefined) throw new OperationError('not-found', message('{file} is no longer there.', { file: path }));
  const edits = statusEdits(base, change, folder.conventions);
  if (edits.length === 0) return;
  const applied = await applyChange(folder.root, { creates: [], edits: [{ path, base, edits }] });
  await folder.update([path]);
  const uri = folder.uriOf(path);
  if (vscode.window.activeTextEditor?.document.uri.toString() === uri.toString()) return;
  reportEdit(services, t('Status is {status}', { status: change.status }), applied, uri);
}
