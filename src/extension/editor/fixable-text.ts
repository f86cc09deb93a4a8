import type * as vscode from 'vscode';
import { conventionsFile } from '../../core/operations/open-folder';
import { checkConventions } from '../../core/rules/check-conventions';
import type { CheckedFinding } from '../../core/rules/rule';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';

/** A text of ours with what the rules say of it now. */
export interface FixableText {
  readonly document: vscode.TextDocument;
  readonly folder: IncidentFolder;
  /** Relative to the folder. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly CheckedFinding[];
  /** Whether comments in it can suppress findings. */
  readonly isSuppressible: boolean;
}

/** A report, a postmortem or `.incidents.yml`; nothing for any other document. */
export function fixableText(services: Services, document: vscode.TextDocument): FixableText | undefined {
  const open = services.documents.get(document);
  if (open !== undefined) {
    const { folder, path, incident } = open;
    return { document, folder, path, text: incident.markdown.text, findings: open.findings(), isSuppressible: true };
  }
  const folder = services.folders.folderOf(document.uri);
  if (folder?.isEnabled !== true || folder.pathOf(document.uri) !== conventionsFile) return undefined;
  const text = document.getText();
  return { document, folder, path: conventionsFile, text, findings: checkConventions(text), isSuppressible: false };
}
