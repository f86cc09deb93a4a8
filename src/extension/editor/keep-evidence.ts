import * as vscode from 'vscode';
import { blockAt } from '../../core/markdown/places';
import type { TextEdit } from '../../core/model/text';
import { type AddedEvidence, addEvidence, type EvidenceFile } from '../../core/operations/add-evidence';
import { evidenceName } from '../../core/operations/evidence-name';
import { entryAt, linkEvidence } from '../../core/operations/link-evidence';
import { applyChange } from '../adapters/apply-change';
import { uriIn } from '../adapters/document-store';
import { WriteRefusal } from '../adapters/refusal';
import type { TransferredFile } from '../adapters/transferred-files';
import { checkEvidence } from '../commands/check-evidence';
import { reportEdit } from '../commands/report-edit';
import { rangeToSpan, toVscodeEdits } from '../convert';
import type { Services } from '../services';
import type { OpenIncidentDocument } from './open-documents';

/** Where something was pasted or dropped, so that the place is found again when the text has moved on. */
export interface EvidencePlace {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  /** The line's text at that time. */
  readonly line: string;
}

export function evidencePlace(document: vscode.TextDocument, range: vscode.Range): EvidencePlace {
  return { document, range, line: document.lineAt(range.start.line).text };
}

/** A link in code or front matter would be none. */
export function isPlaceForEvidence({ document, incident }: OpenIncidentDocument, range: vscode.Range): boolean {
  const { markdown } = incident;
  const kind = markdown.blocks[blockAt(markdown, document.offsetAt(range.start))]?.kind;
  return kind !== 'code' && kind !== 'front-matter' && kind !== 'comment' && kind !== 'table-delimiter';
}

/** The file with its content, or nothing where it is refused; that is said, and where it can be answered, asked. */
export function keptEvidence(
  services: Services,
  place: EvidencePlace,
  file: TransferredFile,
): Promise<EvidenceFile | undefined> {
  return checkEvidence(services, file, (cleared) => addLater(services, place, cleared));
}

/** The new files and the links to them, as one edit. */
export async function evidenceEdit(
  services: Services,
  { document, range }: EvidencePlace,
  files: readonly EvidenceFile[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const open = services.documents.get(document);
  if (open === undefined || files.length === 0) return edit;
  const added = await addTo(open, files);
  for (const { path, bytes } of added.files) {
    const uri = uriIn(open.folder.root, path);
    edit.createFile(uri, { contents: bytes, overwrite: false, ignoreIfExists: false });
  }
  edit.set(document.uri, toVscodeEdits(open.incident.markdown.text, linkEdits(open, range, added.links)));
  return edit;
}

/** When the answer comes, the text may have changed. */
async function addLater(services: Services, place: EvidencePlace, file: EvidenceFile): Promise<void> {
  const { document } = place;
  const range = placeNow(place);
  const open = services.documents.get(document);
  if (open === undefined || range === undefined) throw new WriteRefusal('changed-meanwhile', document.uri, file.name);
  const { files, links } = await addTo(open, [file]);
  const edits = [{ path: open.path, base: open.incident.markdown.text, edits: linkEdits(open, range, links) }];
  const applied = await applyChange(open.folder.root, { creates: [], files, edits });
  if (vscode.window.activeTextEditor?.document === document) return;
  reportEdit(
    services,
    vscode.l10n.t('Kept {file} as evidence', { file: evidenceName(file.name) }),
    applied,
    document.uri,
  );
}

function addTo({ folder, path }: OpenIncidentDocument, files: readonly EvidenceFile[]): Promise<AddedEvidence> {
  return addEvidence(folder.store, path.slice(0, path.lastIndexOf('/')), files);
}

/** Into the evidence of the entry at the place, else where the cursor is. */
function linkEdits(
  { document, incident }: OpenIncidentDocument,
  range: vscode.Range,
  links: readonly string[],
): readonly TextEdit[] {
  const span = rangeToSpan(document, range);
  const atPlace = [{ span, newText: links.join(', ') }];
  if (incident.kind !== 'incident-report') return atPlace;
  const entry = entryAt(incident, span.start);
  const inEntry = entry === undefined ? [] : linkEvidence(incident, entry, links);
  return inEntry.length > 0 ? inEntry : atPlace;
}

/** The range, moved with its line; nothing where that line is no longer there. */
function placeNow({ document, range, line }: EvidencePlace): vscode.Range | undefined {
  for (let away = 0; away <= document.lineCount; away++) {
    for (const number of [range.start.line + away, range.start.line - away]) {
      if (number < 0 || number >= document.lineCount || document.lineAt(number).text !== line) continue;
      const by = number - range.start.line;
      return new vscode.Range(range.start.translate(by), range.end.translate(by));
    }
  }
  return undefined;
}
