import * as vscode from 'vscode';
import type { PostmortemDocument } from '../../core/kinds/incident-document';
import type { CommitLink } from '../../core/operations/link-commit';
import type { GitHistory } from '../../core/ports';
import type { OpenIncidentDocument } from '../editor/open-documents';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';
import { codePlaceOf, commitOfLine } from './code-place';
import { isPart } from './go-to';

/** A cause that a commit may be linked to. */
export interface CauseChoice {
  readonly folder: IncidentFolder;
  /** Of the postmortem, relative to the folder. */
  readonly path: string;
  readonly causeId: string;
}

/** A commit before it is said what it did. */
export type LinkedCommit = Omit<CommitLink, 'relation'>;

/** What is known before anything is asked. */
export interface Known {
  /** The cause, or only the postmortem. */
  readonly cause?: Omit<CauseChoice, 'causeId'> & { readonly causeId?: string };
  readonly commit?: LinkedCommit;
  /** Commits of this file are offered. */
  readonly file?: { readonly history: GitHistory; readonly path: string; readonly repository?: string };
}

/** What the arguments of the command, or the editor in front, say already. */
export async function knownBefore(services: Services, args: readonly unknown[]): Promise<Known> {
  const [place, what] = args;
  if (isPart(place) && place.type === 'cause') {
    return { cause: { folder: place.folder, path: place.postmortem.path, causeId: place.cause.id } };
  }
  // The Timeline view gives no item to extensions, only the file; one that has a hash is taken all the same.
  if (what instanceof vscode.Uri) return knownOfFile(services, what, hashOf(place));
  const editor = vscode.window.activeTextEditor;
  const uri = place instanceof vscode.Uri ? place : editor?.document.uri;
  if (uri === undefined) return {};
  const open = await openedPostmortem(services, uri).catch(() => undefined);
  if (open !== undefined) {
    const cursor = editor?.document === open.document ? causeAtCursor(open, editor.selection.active) : undefined;
    // The section's lens says that no cause is meant yet.
    const given = typeof what === 'string' ? what : what === null ? undefined : cursor;
    return { cause: { folder: open.folder, path: open.path, ...(given !== undefined && { causeId: given }) } };
  }
  const code = await codePlaceOf(services, uri);
  if (code === undefined || editor?.document.uri.toString() !== uri.toString()) return {};
  const hash = await commitOfLine(code, editor.document, editor.selection.active.line);
  return { commit: { hash, ...(code.repository !== undefined && { repository: code.repository }) } };
}

async function knownOfFile(services: Services, uri: vscode.Uri, hash: string | undefined): Promise<Known> {
  const code = await codePlaceOf(services, uri);
  const named = code?.repository === undefined ? {} : { repository: code.repository };
  if (hash !== undefined) return { commit: { hash, ...named } };
  return code === undefined ? {} : { file: { history: code.history, path: code.path, ...named } };
}

function hashOf(item: unknown): string | undefined {
  const ref = typeof item === 'object' && item !== null && 'ref' in item ? item.ref : undefined;
  return typeof ref === 'string' && /^[0-9a-f]{7,64}$/.test(ref) ? ref : undefined;
}

function causeAtCursor({ document, incident }: OpenIncidentDocument, position: vscode.Position): string | undefined {
  const offset = document.offsetAt(position);
  const causes = incident.kind === 'postmortem' ? incident.causes : [];
  return causes.find(({ span }) => span.start <= offset && offset < span.end)?.id;
}

export async function openedPostmortem(
  services: Services,
  uri: vscode.Uri,
): Promise<(OpenIncidentDocument & { readonly incident: PostmortemDocument }) | undefined> {
  const open = services.documents.get(await vscode.workspace.openTextDocument(uri));
  return open?.incident.kind === 'postmortem' ? { ...open, incident: open.incident } : undefined;
}
