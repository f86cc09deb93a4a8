import * as vscode from 'vscode';
import type { Conventions } from '../../core/model/conventions';
import type { Stamp } from '../../core/model/stamp';
import { createReport } from '../../core/operations/create-report';
import { takenNames } from '../../core/operations/incident-id';
import { applyChange } from '../adapters/apply-change';
import type { Services } from '../services';
import { severityImage } from '../views/icons';
import type { IncidentFolder } from '../workspace/incident-folder';
import { askFolder } from './ask-folder';
import { enableFolder } from './enable';
import { input, named, pick, runSteps, type Step, type StepEnd } from './multi-step';
import { openAt } from './open-at';
import { checkStart, readStart } from './start-time';
import { checkTitle, type TitleContext } from './title-check';

const { t } = vscode.l10n;
const recentKey = 'recentSystems';
const recentKept = 5;

/** From the palette to a report that is ready to write in, in at most four prompts, each with a default. */
export async function newReport(services: Services): Promise<void> {
  const answers: Answers = { title: '', systems: [], started: 'now' };
  const places = services.folders.places();
  let folder = places[0];
  let end: StepEnd;
  do {
    if (places.length > 1) folder = await askFolder(places, t('New Incident Report: Folder'), folder);
    if (folder === undefined) {
      await vscode.commands.executeCommand('workbench.action.files.openFolder');
      return;
    }
    end = await askAll(services, answers, folder, places.length > 1);
  } while (end === 'back');
  await create(services, folder, answers);
}

async function askAll(
  services: Services,
  answers: Answers,
  { conventions, store }: IncidentFolder,
  isFolderAsked: boolean,
): Promise<StepEnd> {
  const taken = await takenNames(store, conventions);
  const steps = [
    titleStep(services, answers, { conventions, taken }),
    severityStep(answers, conventions),
    systemsStep(services, answers, conventions),
    startStep(services, answers, conventions),
  ];
  return runSteps(t('New Incident Report'), steps, isFolderAsked);
}

interface Answers {
  title: string;
  severity?: string | undefined;
  systems: readonly string[];
  /** As typed. */
  started: string;
}

async function create(services: Services, folder: IncidentFolder, answers: Answers): Promise<void> {
  const now = services.now();
  const zone = services.timeZone(folder.conventions);
  const started: Stamp | undefined = readStart(answers.started, now, zone);
  await enableFolder(folder);
  const created = await createReport(folder.store, folder.conventions, {
    title: answers.title,
    systems: answers.systems,
    now,
    ...(answers.severity === undefined ? {} : { severity: answers.severity }),
    ...(started === undefined ? {} : { started }),
  });
  await applyChange(folder.root, created.change);
  await folder.update([created.path]);
  if (answers.systems.length > 0) await remember(services, answers.systems);
  await openAt(folder.uriOf(created.path), created.cursor);
}

function titleStep(services: Services, answers: Answers, context: Omit<TitleContext, 'now'>): Step {
  return async (place) => {
    const answer = await input(place, {
      prompt: t("What is observed, in a few words. It becomes the heading and the folder's name."),
      placeholder: t('Checkout requests failing in eu-west-1'),
      value: answers.title,
      validate: (title) => checkTitle(title, { ...context, now: services.now() }),
    });
    if (answer === 'back') return 'back';
    answers.title = answer.text;
    return 'next';
  };
}

function severityStep(answers: Answers, conventions: Conventions): Step {
  return async (place) => {
    const undecided = { label: t('Not decided yet'), severity: undefined };
    const items = [
      ...conventions.severities.map(({ name, test }) => ({
        label: name,
        detail: test,
        iconPath: severityImage(name, conventions),
        severity: name,
      })),
      undecided,
    ];
    const chosen = await pick<(typeof items)[number]>(named(place, t('Severity')), {
      placeholder: t('How much of the service is affected? When in doubt, the higher.'),
      items,
      active: items.find(({ severity }) => severity === answers.severity) ?? undecided,
    });
    if (chosen === 'back') return 'back';
    answers.severity = chosen[0]?.severity;
    return 'next';
  };
}

interface SystemItem extends vscode.QuickPickItem {
  readonly system?: string;
}

function systemsStep(services: Services, answers: Answers, conventions: Conventions): Step {
  return async (place) => {
    const items = new Map<string, SystemItem>();
    const itemOf = (system: string, label = system): SystemItem => {
      const item = items.get(label) ?? { label, system };
      items.set(label, item);
      return item;
    };
    const offered = (typed: string) =>
      offeredSystems(services, answers, conventions, typed).flatMap(({ names, separator, isNew }) => [
        ...(separator === undefined ? [] : [{ label: separator, kind: vscode.QuickPickItemKind.Separator }]),
        ...names.map((name) => (isNew ? itemOf(name, t('Add "{name}"', { name })) : itemOf(name))),
      ]);
    const chosen = await pick<SystemItem>(named(place, t('Systems')), {
      placeholder: t('Which systems show it? Enter for none yet.'),
      canSelectMany: true,
      items: offered(''),
      selected: answers.systems.map((name) => itemOf(name)),
      itemsFor: (typed) => offered(typed.trim()),
    });
    if (chosen === 'back') return 'back';
    answers.systems = [...new Set(chosen.flatMap(({ system }) => system ?? []))];
    return 'next';
  };
}

interface SystemGroup {
  readonly names: readonly string[];
  readonly separator?: string;
  /** What was typed and is no system yet. */
  readonly isNew?: boolean;
}

function offeredSystems(
  services: Services,
  answers: Answers,
  conventions: Conventions,
  typed: string,
): readonly SystemGroup[] {
  const known = conventions.systems.map(({ name }) => name);
  const recent = recentSystems(services);
  const isNamed = [...known, ...recent, ...answers.systems].some((name) =>
    name.toLowerCase().includes(typed.toLowerCase()),
  );
  const added = answers.systems.filter((name) => !known.includes(name) && !recent.includes(name));
  const others = known.filter((name) => !recent.includes(name));
  const groups: readonly SystemGroup[] = [
    { names: typed === '' || isNamed ? [] : [typed], isNew: true },
    { names: added },
    { names: recent, separator: t('Recent') },
    recent.length === 0 ? { names: others } : { names: others, separator: t('All') },
  ];
  return groups.filter(({ names }) => names.length > 0);
}

function startStep(services: Services, answers: Answers, conventions: Conventions): Step {
  return async (place) => {
    const question = t('When did it start?');
    const answer = await input(named(place, question), {
      prompt: question,
      placeholder: t('now, -20m, 14:05, yesterday 23:50, 2026-11-23 14:05Z, unknown'),
      value: answers.started,
      validate: (text) => checkStart(text, services.now(), services.timeZone(conventions)),
    });
    if (answer === 'back') return 'back';
    answers.started = answer.text === '' ? 'now' : answer.text;
    return 'next';
  };
}

function recentSystems(services: Services): readonly string[] {
  const stored: unknown = services.memory.get(recentKey);
  return Array.isArray(stored) ? stored.filter((name): name is string => typeof name === 'string') : [];
}

async function remember(services: Services, systems: readonly string[]): Promise<void> {
  const names = [...new Set([...systems, ...recentSystems(services)])].slice(0, recentKept);
  await services.memory.update(recentKey, names);
}
