import * as vscode from 'vscode';
import type { Conventions } from '../core/model/conventions';
import type { EntryReference } from '../core/operations/entry-reference';
import type { Settings } from '../core/settings';
import type { EntryFields } from '../protocol/timeline-entry';
import { createCommitReader } from './adapters/commit-reader';
import { editedDocument } from './adapters/document-store';
import { OpenDocuments } from './editor/open-documents';
import { readSettings } from './settings';
import { CodeMemory } from './workspace/code-memory';
import { CommitLookups } from './workspace/commit-lookups';
import type { FolderPlace } from './workspace/incident-folder';
import { IncidentFolders, type ReadOpen } from './workspace/incident-folders';

/** Everything the faces of the extension work with. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
  readonly extensionVersion: string;
  /** Of this workspace: what was used recently, drafts. */
  readonly memory: vscode.Memento;
  readonly folders: IncidentFolders;
  readonly documents: OpenDocuments;
  readonly codeMemory: CodeMemory;
  /** Panels that are open, by what they are about; each takes itself out when it is closed. */
  readonly openForms: Map<string, OpenForm>;
  /** Of this window, by the title of the command that remembers what was picked. */
  readonly pickedIncidents: Map<string, string>;
  /** ms since the epoch. */
  now(): number;
  settings(scope?: vscode.Uri): Settings;
  /** IANA name of the zone shown beside UTC. */
  timeZone(conventions: Conventions): string;
}

export interface OpenForm extends vscode.Disposable {
  reveal(): void;
  /** Puts what was typed elsewhere into the fields; text that stands there stays. */
  hand(fields: EntryFields): void;
  /** Turns to an entry that is there already. */
  edit(reference: EntryReference): Promise<void>;
}

/** The whole object graph; what it makes is disposed with the extension. */
export function createServices(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Services {
  const createLookups = (place: FolderPlace): CommitLookups =>
    new CommitLookups(() => createCommitReader(place.uri, () => conventionsAt(place), context.storageUri), log);
  const conventionsAt = (place: FolderPlace) => folders.all().find((folder) => folder.place === place)?.conventions;
  const readOpen: ReadOpen = (uri) => {
    const document = editedDocument(uri);
    return document === undefined ? undefined : documents.get(document)?.incident;
  };
  const folders: IncidentFolders = new IncidentFolders(createLookups, readOpen, log);
  const documents: OpenDocuments = new OpenDocuments(folders);
  const codeMemory = new CodeMemory(folders, log);
  context.subscriptions.push(
    codeMemory,
    documents,
    folders,
    vscode.workspace.onDidGrantWorkspaceTrust(() => folders.forgetCommits()),
    // A hash that was not there may have been fetched in the meantime, in a terminal or elsewhere.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) folders.forgetCommits();
    }),
  );
  return {
    log,
    extensionUri: context.extensionUri,
    extensionVersion: String(context.extension.packageJSON.version),
    memory: context.workspaceState,
    folders,
    documents,
    codeMemory,
    openForms: new Map(),
    pickedIncidents: new Map(),
    now: () => Date.now(),
    settings: readSettings,
    timeZone: (conventions) =>
      readSettings().timeZone || conventions.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
