import * as vscode from 'vscode';
import type { EvidenceFile } from '../../core/operations/add-evidence';
import { isLogExcerpt, looksLikeEvidence } from '../../core/operations/evidence-kinds';
import { evidenceName } from '../../core/operations/evidence-name';
import { type TransferredFile, transferredFiles } from '../adapters/transferred-files';
import { guard } from '../commands/guard';
import type { Services } from '../services';
import type { EvidencePlace } from './keep-evidence';
import { documentSelector } from './selectors';

const { t } = vscode.l10n;
/**
 * VS Code's own edits for Markdown yield to attachments, so that a picture goes to the incident's evidence first,
 * and beside the document only where that is chosen.
 */
const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('markdown', 'link', 'image', 'attachment', 'incidentDocs');
const fileTypes = ['files', 'image/*', 'text/uri-list'];

/** Pictures, files and log excerpts that are pasted or dropped into a report are kept under `evidence/`. */
export function registerEvidencePaste(services: Services): vscode.Disposable {
  const offer = (...args: OfferArguments) => evidenceOffer(services, ...args);
  const complete = async <T extends CompletedEdit>(edit: T): Promise<T> => {
    await guard(services.log, 'evidence', async () => {
      edit.additionalEdit = await resolveOffer(services, edit.evidence);
    });
    return edit;
  };
  const paste: vscode.DocumentPasteEditProvider<EvidencePasteEdit> = {
    provideDocumentPasteEdits: async (document, [range, ...others], transfer, { only }) => {
      if (range === undefined || others.length > 0 || only?.intersects(kind) === false) return undefined;
      const found = await offer(document, range, transfer);
      return found === undefined ? undefined : [new EvidencePasteEdit(found)];
    },
    resolveDocumentPasteEdit: complete,
  };
  const drop: vscode.DocumentDropEditProvider = {
    // Whole at once: VS Code does not ask again before it applies what was dropped.
    provideDocumentDropEdits: async (document, position, transfer) => {
      const found = await offer(document, new vscode.Range(position, position), transfer);
      return found === undefined ? undefined : complete(new EvidenceDropEdit(found));
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(documentSelector, paste, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: [...fileTypes, 'text/plain'],
    }),
    vscode.languages.registerDocumentDropEditProvider(documentSelector, drop, {
      providedDropEditKinds: [kind],
      dropMimeTypes: fileTypes,
    }),
  );
}

interface CompletedEdit {
  readonly evidence: EvidenceOffer;
  additionalEdit?: vscode.WorkspaceEdit;
}

type OfferArguments = readonly [vscode.TextDocument, vscode.Range, vscode.DataTransfer];

/** What could be kept, not read yet. */
interface EvidenceOffer {
  readonly title: string;
  readonly place: EvidencePlace;
  readonly files: readonly TransferredFile[];
  /** The paste has a text too, or is one, and that is what is pasted unless this is chosen. */
  readonly yieldsToText: boolean;
}

class EvidencePasteEdit extends vscode.DocumentPasteEdit {
  constructor(readonly evidence: EvidenceOffer) {
    super('', evidence.title, kind);
    if (evidence.yieldsToText) this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  }
}

class EvidenceDropEdit extends vscode.DocumentDropEdit {
  constructor(readonly evidence: EvidenceOffer) {
    super('', evidence.title, kind);
  }
}

async function evidenceOffer(
  services: Services,
  document: vscode.TextDocument,
  range: vscode.Range,
  transfer: vscode.DataTransfer,
): Promise<EvidenceOffer | undefined> {
  const open = services.documents.get(document);
  if (open?.incident.kind !== 'incident-report') return undefined;
  const { evidencePlace, isPlaceForEvidence } = await import('./keep-evidence');
  if (!isPlaceForEvidence(open, range)) return undefined;
  const place = evidencePlace(document, range);
  const text = (await transfer.get('text/plain')?.asString()) ?? '';
  const files = (await transferredFiles(transfer)).filter((file) => isWorthKeeping(file));
  const [first, ...others] = files;
  if (first !== undefined) {
    const title =
      others.length === 0
        ? t('Keep {file} as evidence', { file: evidenceName(first.name) })
        : t('Keep {count} files as evidence', { count: files.length });
    const isText = text !== '' && transfer.get('text/uri-list') === undefined;
    return { title, place, files, yieldsToText: isText };
  }
  if (!isLogExcerpt(text)) return undefined;
  return { title: t('Keep the text as evidence'), place, files: [excerpt(text)], yieldsToText: true };
}

/** A file of the workspace is linked where it lies, unless it shows something. */
function isWorthKeeping({ name, uri }: TransferredFile): boolean {
  return uri === undefined || vscode.workspace.getWorkspaceFolder(uri) === undefined || looksLikeEvidence(name);
}

function excerpt(text: string): TransferredFile {
  const bytes = new TextEncoder().encode(text);
  return { name: 'excerpt.log', size: async () => bytes.length, read: async () => bytes };
}

async function resolveOffer(services: Services, { place, files }: EvidenceOffer): Promise<vscode.WorkspaceEdit> {
  const { evidenceEdit, keptEvidence } = await import('./keep-evidence');
  const kept: EvidenceFile[] = [];
  for (const file of files) {
    const evidence = await keptEvidence(services, place, file);
    if (evidence !== undefined) kept.push(evidence);
  }
  return evidenceEdit(services, place, kept);
}
