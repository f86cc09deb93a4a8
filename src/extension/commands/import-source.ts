import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import type { ImportReading } from '../../core/import/candidate';
import type { UnknownSource } from '../../core/import/read-source';
import { message } from '../../core/model/message';
import { type ImportFiles, importFilesOf } from '../../core/operations/import-files';
import { leadUpOf, startDayOf } from '../../core/operations/lead-up';
import {
  type ImportOptions,
  type ImportWatch,
  type ReadImport,
  readImportPath,
} from '../../core/operations/read-import';
import { createImportStore, pathInStore } from '../adapters/import-store';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { historyHint, readGitHistory } from './import-history';
import { askWindow } from './import-window';
import { pick } from './multi-step';
import { readWithProgress } from './read-with-progress';

const { t } = vscode.l10n;

/** What the chosen source offers; asks for what has to be known to read it. */
export async function readChosenSource(
  services: Services,
  placed: PlacedIncident,
  given: vscode.Uri | undefined,
): Promise<ImportReading> {
  const options = optionsFor(services, placed);
  if (given !== undefined) return readUri(given, options);
  const source = await chooseSource(placed);
  if (source === 'git') return readGitHistory(services, placed, options);
  if (source === 'clipboard') {
    const text = await vscode.env.clipboard.readText();
    return settled((more, watch) => readImportPath(clipboardFiles(text), clipboard, more, watch), options);
  }
  const uri = await openDialog(source);
  if (source === 'file') return readUri(uri, options);
  const window = await askWindow(options, services.now());
  return readUri(uri, { ...options, window });
}

type SourceChoice = 'file' | 'folder' | 'clipboard' | 'git';

async function chooseSource(placed: PlacedIncident): Promise<SourceChoice> {
  const item = (label: string, icon: string, detail: string, choice: SourceChoice) => ({
    ...{ label, detail, choice },
    iconPath: new vscode.ThemeIcon(icon),
  });
  const items = [
    item(
      t('File'),
      'file',
      t('Day of a Slack export, PagerDuty log entries, pipeline runs, deployments, table, notes'),
      'file',
    ),
    item(t('Folder'), 'folder', t('Channel of a Slack export, with a file a day'), 'folder'),
    item(t('Clipboard'), 'clippy', t('Copied messages, lines of a log, notes with times'), 'clipboard'),
    item(t('History of git'), 'git-commit', historyHint(placed, leadUpOf(startOf(placed))), 'git'),
  ];
  const place = { title: t('Import Timeline'), step: 1, totalSteps: 1, canGoBack: false };
  const chosen = await pick<(typeof items)[number]>(place, { placeholder: t('From where?'), items });
  const choice = chosen === 'back' ? undefined : chosen[0]?.choice;
  if (choice === undefined) throw new vscode.CancellationError();
  return choice;
}

async function openDialog(source: 'file' | 'folder'): Promise<vscode.Uri> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: t('Import Timeline'),
      openLabel: t('Import'),
      canSelectFiles: source === 'file',
      canSelectFolders: source === 'folder',
    })) ?? [];
  if (uri === undefined) throw new vscode.CancellationError();
  return uri;
}

const clipboard = t('The clipboard');

/** One text, so that it is read as a file is: with a turn for others, and a way to end it. */
function clipboardFiles(text: string): ImportFiles {
  const nothing = { problem: message('There is nothing else.') };
  return { list: async () => [], read: async (path) => (path === clipboard ? text : nothing) };
}

async function readUri(uri: vscode.Uri, options: ImportOptions): Promise<ImportReading> {
  const { root, path } = pathInStore(uri);
  const store = importFilesOf(createImportStore(root));
  return settled((more, watch) => readImportPath(store, path, more, watch), options);
}

/** Reads, and once more where a table needs to be told which column is which. */
async function settled(
  read: (options: ImportOptions, watch: ImportWatch) => Promise<ReadImport>,
  options: ImportOptions,
): Promise<ImportReading> {
  const answer = await readWithProgress(t('Reading the source'), (watch) => read(options, watch));
  if (answer === 'cancelled') throw new vscode.CancellationError();
  if (!('problem' in answer)) return answer;
  if (answer.headers === undefined || options.columns !== undefined)
    throw new OperationError('unreadable', answer.problem);
  return settled(read, { ...options, columns: await askColumns(answer) });
}

async function askColumns({ headers = [] }: UnknownSource): Promise<ReadonlyMap<string, string>> {
  const columns = new Map<string, string>();
  const questions = [
    { column: 'time', placeholder: t('Which column holds the time?') },
    { column: 'event', placeholder: t('Which column holds what happened?') },
  ];
  for (const { column, placeholder } of questions) {
    const taken = new Set(['', ...columns.values()]);
    const items = headers.filter((label) => !taken.has(label)).map((label) => ({ label }));
    const place = { title: t('Import Timeline'), step: 1, totalSteps: 1, canGoBack: false };
    const chosen = await pick(place, { placeholder, items });
    const label = chosen === 'back' ? undefined : chosen[0]?.label;
    if (label === undefined) throw new OperationError('usage', message('No column was chosen.'));
    columns.set(column, label);
  }
  return columns;
}

function optionsFor(services: Services, placed: PlacedIncident): ImportOptions {
  const { conventions } = placed.folder;
  const timeZone = services.timeZone(conventions);
  const day = startDayOf(startOf(placed), timeZone);
  return { conventions, timeZone, ...(day !== undefined && { day }) };
}

function startOf({ incident }: PlacedIncident) {
  return { ...incident.report, id: incident.id };
}
