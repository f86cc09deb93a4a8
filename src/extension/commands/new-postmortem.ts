import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';
import { formatDay } from '../../core/model/time-text';
import { createPostmortem, postmortemDefaults } from '../../core/operations/create-postmortem';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import { isIncidentOpen } from '../views/words';
import type { PlacedIncident } from '../workspace/incident-folders';
import { type IncidentItem, incidentItems, incidentOfArgument } from './incident-argument';
import { input, named, pick, runSteps, type Step } from './multi-step';
import { openAt } from './open-at';

const { t } = vscode.l10n;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** A postmortem beside the report; from the incident's menu or lens the first question is answered. */
export async function newPostmortem(services: Services, argument: unknown): Promise<void> {
  const given = incidentOfArgument(services, argument);
  const answers: Answers = { placed: given, owner: '', due: '' };
  const steps = [ownerStep(services, answers), dueStep(services, answers)];
  await runSteps(t('New Postmortem'), given === undefined ? [incidentStep(services, answers), ...steps] : steps);
  if (answers.placed === undefined) return;
  await create(services, answers.placed, answers);
}

interface Answers {
  placed: PlacedIncident | undefined;
  owner: string;
  due: string;
}

async function create(services: Services, { folder, incident }: PlacedIncident, answers: Answers): Promise<void> {
  const created = await createPostmortem(folder.store, folder.conventions, {
    incident: incident.id,
    now: services.now(),
    ...(answers.owner === '' ? {} : { owner: answers.owner }),
    ...(answers.due === '' ? {} : { due: answers.due }),
  });
  await applyChange(folder.root, created.change);
  await folder.update([created.path]);
  await openAt(folder.uriOf(created.path), created.cursor);
}

function incidentStep(services: Services, answers: Answers): Step {
  return async (place) => {
    const candidates = services.folders
      .incidents()
      .filter(({ incident }) => incident.report !== undefined && incident.postmortem === undefined);
    if (candidates.length === 0) {
      throw new OperationError('not-found', message('Every incident has a postmortem.'));
    }
    const isResolved = ({ incident }: PlacedIncident) => !isIncidentOpen(incident);
    const separator = (label: string): IncidentItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
    const resolved = incidentItems(candidates.filter(isResolved), services.now());
    const open = incidentItems(
      candidates.filter((placed) => !isResolved(placed)),
      services.now(),
    );
    const items = [
      ...(resolved.length > 0 ? [separator(t('Resolved')), ...resolved] : []),
      ...(open.length > 0 ? [separator(t('Open')), ...open] : []),
    ];
    const shown = vscode.window.activeTextEditor?.document.uri;
    const inFront = shown === undefined ? undefined : services.folders.incidentOf(shown);
    const active = items.find(
      ({ placed }) => placed !== undefined && placed.incident.id === (answers.placed ?? inFront)?.incident.id,
    );
    const chosen = await pick(place, { placeholder: t('Which incident?'), items, active });
    if (chosen === 'back') return 'back';
    answers.placed = chosen[0]?.placed;
    if (answers.placed === undefined) throw new vscode.CancellationError();
    return 'next';
  };
}

function ownerStep(services: Services, answers: Answers): Step {
  return async (place) => {
    const { owner } = defaultsOf(services, answers);
    const answer = await input(named(place, t('Owner')), {
      prompt: t('A person, not a team.'),
      placeholder:
        owner === undefined
          ? t('Who writes it? Enter for nobody yet')
          : t('Who writes it? Enter for {owner}', { owner }),
      value: answers.owner,
    });
    if (answer === 'back') return 'back';
    answers.owner = answer.text;
    return 'next';
  };
}

function dueStep(services: Services, answers: Answers): Step {
  return async (place) => {
    const { due, dueDays } = defaultsOf(services, answers);
    const date = formatDay(due, services.now());
    const answer = await input(named(place, t('Due')), {
      prompt: t('A date such as 2026-11-30.'),
      placeholder:
        dueDays === 1
          ? t('Enter for {date} (1 working day)', { date })
          : t('Enter for {date} ({count} working days)', { date, count: dueDays }),
      value: answers.due,
      validate: (text) =>
        text === '' || isDate(text)
          ? undefined
          : {
              message: t('"{text}" is not read as a date; expected 2026-11-30.', { text }),
              severity: vscode.InputBoxValidationSeverity.Error,
            },
    });
    if (answer === 'back') return 'back';
    answers.due = answer.text;
    return 'next';
  };
}

function defaultsOf(services: Services, { placed }: Answers) {
  if (placed === undefined) throw new vscode.CancellationError();
  return postmortemDefaults(placed.folder.conventions, placed.incident.report ?? {}, services.now());
}

function isDate(text: string): boolean {
  const at = datePattern.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
