import { readDocument } from '../kinds';
import type { PostmortemDocument, ReportDocument } from '../kinds/incident-document';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import type { DocumentStore } from '../ports';
import { findDocuments } from '../workspace/find-documents';
import { dayOf, folderOf, incidentIdOf, pathIn } from '../workspace/incident-places';

interface Found<Document> {
  readonly path: string;
  readonly document: Document;
}

/** The report and the postmortem of one incident. */
export interface IncidentDocuments {
  readonly report?: Found<ReportDocument>;
  /** The one in the incident's folder, else one elsewhere that names the incident. */
  readonly postmortem?: Found<PostmortemDocument>;
}

/** Reads an incident's documents; other folders only where its own holds no postmortem. */
export async function documentsOf(
  store: DocumentStore,
  conventions: Conventions,
  incident: string,
): Promise<IncidentDocuments> {
  const paths = await findDocuments(store, conventions);
  const own = paths.filter((path) => incidentIdOf(path, conventions) === incident);
  let report: Found<ReportDocument> | undefined;
  let postmortem: Found<PostmortemDocument> | undefined;
  for (const path of own) {
    const document = await readAt(store, conventions, path);
    if (document?.kind === 'incident-report' && (report === undefined || /(?:^|\/)report\.[^/]*$/i.test(path)))
      report = { path, document };
    if (document?.kind === 'postmortem') postmortem ??= { path, document };
  }
  postmortem ??= await findNaming(store, conventions, { incident, paths: paths.filter((path) => !own.includes(path)) });
  return { ...(report && { report }), ...(postmortem && { postmortem }) };
}

/** The report in an incident's own folder, which alone is looked at. */
export async function reportOf(
  store: DocumentStore,
  conventions: Conventions,
  incident: string,
): Promise<Found<ReportDocument> | undefined> {
  const folder = pathIn(conventions.folder, incident);
  const names = (await store.list(folder)).flatMap(({ name, isFolder }) =>
    !isFolder && /\.(?:md|markdown)$/i.test(name) ? [name] : [],
  );
  const isFirst = (name: string) => /^report\./i.test(name);
  for (const name of names.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))) {
    const path = pathIn(folder, name);
    const document = await readAt(store, conventions, path);
    if (document?.kind === 'incident-report') return { path, document };
  }
  return undefined;
}

/** Where the postmortem of a report is made. */
export function postmortemPathBeside(reportPath: string): string {
  return pathIn(folderOf(reportPath), 'postmortem.md');
}

async function findNaming(
  store: DocumentStore,
  conventions: Conventions,
  { incident, paths }: { readonly incident: string; readonly paths: readonly string[] },
): Promise<Found<PostmortemDocument> | undefined> {
  for (const path of paths) {
    const document = await readAt(store, conventions, path, incident);
    if (document?.kind === 'postmortem' && document.reports.includes(incident)) return { path, document };
  }
  return undefined;
}

/** A file that cannot be read is no document; only texts that hold `mention` are looked at closer. */
async function readAt(store: DocumentStore, conventions: Conventions, path: string, mention = '') {
  const text = await store.read(path).catch(() => undefined);
  return text?.includes(mention)
    ? readDocument(readMarkdown(text), conventions, undefined, dayOf(path, conventions))
    : undefined;
}
