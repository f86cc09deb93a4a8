import type { IncidentDocument } from '../kinds/incident-document';
import { lineAt } from '../markdown/places';
import type { Conventions } from '../model/conventions';
import type { Span } from '../model/text';
import type { Change, DocumentStore } from '../ports';
import { citationsOf } from './entry-citations';
import { documentsOf } from './incident-documents';

export interface CitedPlace {
  readonly path: string;
  readonly span: Span;
  /** Zero-based. */
  readonly line: number;
}

/** Where an incident's report and postmortem cite an entry. */
export async function citedPlaces(
  store: DocumentStore,
  conventions: Conventions,
  { incident, id }: { readonly incident: string; readonly id: string },
): Promise<readonly CitedPlace[]> {
  const { report, postmortem } = await documentsOf(store, conventions, incident);
  return [report, postmortem].flatMap((found) =>
    found === undefined ? [] : placesIn(found, citationsOf(found.document, id)),
  );
}

/** Gives an entry another id, and its citations in the report and the postmortem with it. */
export async function renameEntry(
  store: DocumentStore,
  conventions: Conventions,
  { incident, from, to }: { readonly incident: string; readonly from: string; readonly to: string },
): Promise<Change> {
  const { report, postmortem } = await documentsOf(store, conventions, incident);
  const own = report?.document.entries.find(({ id }) => id?.text === from)?.id;
  if (report === undefined || own === undefined) return { creates: [], edits: [] };
  const edits = [report, postmortem].flatMap((found) => {
    if (found === undefined) return [];
    const { path, document } = found;
    const spans = [...(found === report ? [own.span] : []), ...citationsOf(document, from)];
    const base = document.markdown.text;
    return spans.length === 0 ? [] : [{ path, base, edits: spans.map((span) => ({ span, newText: to })) }];
  });
  return { creates: [], edits };
}

function placesIn(
  { path, document }: { readonly path: string; readonly document: IncidentDocument },
  spans: readonly Span[],
): readonly CitedPlace[] {
  return spans.map((span) => ({ path, span, line: lineAt(document.markdown, span.start) }));
}
