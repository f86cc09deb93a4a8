import * as vscode from 'vscode';
import type { EntryReference } from '../../core/operations/entry-reference';
import { type EntryFields, parsePageState } from '../../protocol/timeline-entry';
import { timelineEntryView } from '../contributions';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { TimelineEntryForm } from './timeline-entry-form';
import { webviewFolder } from './webview-page';

const longestTitle = 40;

export interface FormStart {
  /** What was typed elsewhere. */
  readonly handed?: EntryFields;
  /** The entry that the form is to turn to. */
  readonly edit?: EntryReference;
}

/** Shows the form of an incident beside the editor; the one that is open already, if there is one. */
export async function openTimelineEntry(
  services: Services,
  placed: PlacedIncident,
  { handed, edit }: FormStart = {},
): Promise<void> {
  const known = services.openForms.get(formId(placed));
  if (known !== undefined) {
    if (handed !== undefined) known.hand(handed);
    known.reveal();
    if (edit !== undefined) await known.edit(edit);
    return;
  }
  const active = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  await follow(
    services,
    placed,
    vscode.window.createWebviewPanel(timelineEntryView, titleOf(placed, undefined), active),
    {
      ...(handed && { handed }),
      ...(edit && { edit }),
    },
  );
}

/** Brings a form back that was open when the window was closed or reloaded. */
export async function restoreTimelineEntry(
  services: Services,
  panel: vscode.WebviewPanel,
  state: unknown,
): Promise<void> {
  const key = parsePageState(state)?.incident;
  const placed = key === undefined ? undefined : await findIncident(services, key.folder, key.incident);
  if (placed === undefined || services.openForms.has(formId(placed))) return panel.dispose();
  await follow(services, placed, panel);
}

async function follow(
  services: Services,
  placed: PlacedIncident,
  panel: vscode.WebviewPanel,
  { handed, edit }: FormStart = {},
): Promise<void> {
  const id = formId(placed);
  const icon = (theme: string) => vscode.Uri.joinPath(services.extensionUri, 'resources', `timeline-${theme}.svg`);
  panel.title = titleOf(placed, undefined);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  panel.webview.options = { enableScripts: true, localResourceRoots: [webviewFolder(services.extensionUri)] };
  const form = new TimelineEntryForm(services, placed, panel, (edited) => titleOf(placed, edited));
  services.openForms.set(id, form);
  if (handed !== undefined) form.hand(handed);
  panel.onDidDispose(() => {
    services.openForms.delete(id);
    form.dispose();
  });
  if (edit !== undefined) await form.edit(edit);
  await form.start();
}

/** Waits until the folder has been read, as a window restores its panels before that. */
async function findIncident(services: Services, folder: string, incident: string): Promise<PlacedIncident | undefined> {
  const { folders } = services;
  const find = () =>
    folders.incidents().find((one) => one.folder.root.toString() === folder && one.incident.id === incident);
  const found = find();
  if (found !== undefined || folders.isReady) return found;
  return new Promise((resolve) => {
    const subscription = folders.onDidChangeIncidents(() => {
      const now = find();
      if (now === undefined && !folders.isReady) return;
      subscription.dispose();
      resolve(now);
    });
  });
}

function formId({ folder, incident }: PlacedIncident): string {
  return `${folder.root.toString()}#${incident.id}`;
}

function titleOf({ incident }: PlacedIncident, edited: EntryReference | undefined): string {
  const title = incident.report?.title || incident.id;
  const short = title.length > longestTitle ? `${title.slice(0, longestTitle - 2).trimEnd()} …` : title;
  if (edited === undefined) return vscode.l10n.t('Add Entry: {title}', { title: short });
  if (edited.id === undefined) return vscode.l10n.t('Edit Entry: {title}', { title: short });
  return vscode.l10n.t('Edit {id}: {title}', { id: edited.id, title: short });
}
