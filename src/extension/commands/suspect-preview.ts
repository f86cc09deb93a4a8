import * as vscode from 'vscode';
import { isBesideTheCode } from '../../core/suspects/code-lines';
import type { Suspect } from '../../core/suspects/suspect';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';
import { keepOpen, type Resource, resourcesOf } from './show-changes';

/** Milliseconds on one row before its diff opens, so that passing by opens none. */
const pause = 250;

/** Shows one file of each commit that is looked at in the list; the tab goes with the list, unless it was kept. */
export class SuspectPreview {
  readonly #services: Services;
  readonly #folder: IncidentFolder;
  readonly #labels = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #opening: Promise<void> = Promise.resolve();

  constructor(services: Services, folder: IncidentFolder) {
    this.#services = services;
    this.#folder = folder;
  }

  showSoon(suspect: Suspect | undefined): void {
    this.stop();
    if (suspect === undefined) return;
    this.#timer = setTimeout(() => {
      this.#opening = this.#opening.then(() => this.#show(suspect));
    }, pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async close(): Promise<void> {
    this.stop();
    await this.#opening;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ isPreview, label }) => isPreview && this.#labels.has(label)));
  }

  async #show({ commit, path }: Suspect): Promise<void> {
    try {
      const resource = mostTelling((await resourcesOf(this.#folder, commit, commit.hash)) ?? [], path);
      if (resource === undefined) return;
      if (this.#labels.size === 0) await keepOpen(vscode.window.activeTextEditor?.document.uri);
      const label = `${commit.hash.slice(0, 7)} ${resource[0].path.slice(resource[0].path.lastIndexOf('/') + 1)}`;
      this.#labels.add(label);
      await open(resource, label);
    } catch (error) {
      this.#services.log.warn('The changes of a suspect could not be shown', error);
    }
  }
}

/** The focus stays in the list. */
async function open([, before, after]: Resource, label: string): Promise<void> {
  const options: vscode.TextDocumentShowOptions = { preview: true, preserveFocus: true };
  if (before !== undefined && after !== undefined) {
    await vscode.commands.executeCommand('vscode.diff', before, after, label, options);
  } else {
    // A file that was added or deleted has one side, which is shown whole.
    await vscode.commands.executeCommand('vscode.open', after ?? before, options, label);
  }
}

/**
 * The file that the reasons speak of; where they speak of none, code before tests and documents, and what was changed
 * before what was added or deleted.
 */
function mostTelling(resources: readonly Resource[], path: string | undefined): Resource | undefined {
  const meant = path === undefined ? undefined : resources.find(([uri]) => uri.path.endsWith(`/${path}`));
  if (meant !== undefined) return meant;
  const code = resources.filter(([uri]) => !isBesideTheCode(uri.path));
  const all = code.length > 0 ? code : resources;
  return all.find(([, before, after]) => before !== undefined && after !== undefined) ?? all[0];
}
