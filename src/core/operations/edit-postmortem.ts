import { OperationError } from '../errors';
import { readDocument } from '../kinds';
import type { PostmortemDocument, ReportDocument } from '../kinds/incident-document';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { message } from '../model/message';
import { applyEdits, type TextEdit } from '../model/text';
import type { Change, DocumentStore } from '../ports';
import { incidentIdOf } from '../workspace/incident-places';
import { postmortemText } from './create-postmortem';
import { documentsOf, postmortemPathBeside } from './incident-documents';

export interface EditedPostmortem {
  readonly change: Change;
  readonly path: string;
}

/** Edits the postmortem of a report's incident, which is made where there is none. */
export async function editPostmortem(
  store: DocumentStore,
  conventions: Conventions,
  {
    report,
    reportPath,
    now,
    editsOf,
  }: {
    readonly report: ReportDocument;
    readonly reportPath: string;
    readonly now: number;
    readonly editsOf: (document: PostmortemDocument, path: string) => readonly TextEdit[];
  },
): Promise<EditedPostmortem> {
  const incident = incidentIdOf(reportPath, conventions);
  const { postmortem } = await documentsOf(store, conventions, incident);
  if (postmortem !== undefined) {
    const { path, document } = postmortem;
    const edits = editsOf(document, path);
    return { change: { creates: [], edits: [{ path, base: document.markdown.text, edits }] }, path };
  }
  const path = postmortemPathBeside(reportPath);
  if (await store.exists(path))
    throw new OperationError('already-exists', message('{path} is there and is no postmortem.', { path }));
  const text = await postmortemText(store, conventions, { incident, report, reportPath, now });
  const document = readDocument(readMarkdown(text), conventions, 'postmortem');
  const edits = document?.kind === 'postmortem' ? editsOf(document, path) : [];
  return { change: { creates: [{ path, text: applyEdits(text, edits) }], edits: [] }, path };
}
