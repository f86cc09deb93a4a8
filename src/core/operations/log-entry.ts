import { OperationError } from '../errors';
import type { Conventions } from '../model/conventions';
import { isOpen } from '../model/incident';
import { message } from '../model/message';
import type { Change, DocumentStore } from '../ports';
import { type AddedEntry, addTimelineEntry, type EntryDraft } from './add-timeline-entry';
import { listIncidents } from './list-incidents';

export interface LoggedEntry extends Pick<AddedEntry, 'id' | 'after'> {
  readonly change: Change;
  readonly incident: string;
  readonly reportPath: string;
}

/** Adds an entry to the report of the incident that is named, else of the only one that is open. */
export async function logEntry(
  store: DocumentStore,
  conventions: Conventions,
  { draft, incident }: { readonly draft: EntryDraft; readonly incident?: string },
): Promise<LoggedEntry> {
  const { id: incidentId, path } = await reportToLogTo(store, conventions, incident);
  const base = await store.read(path);
  if (base === undefined) throw new OperationError('not-found', message('{path} is no longer there.', { path }));
  const { edits, id, after } = addTimelineEntry(base, draft, conventions);
  const change = { creates: [], edits: [{ path, base, edits }] };
  return { change, incident: incidentId, reportPath: path, id, ...(after !== undefined && { after }) };
}

/** The report of the incident that is named, else of the only one that is open. */
export async function reportToLogTo(store: DocumentStore, conventions: Conventions, incident: string | undefined) {
  const all = await listIncidents(store, conventions);
  const reports = all.flatMap(({ id, report }) => (report === undefined ? [] : [{ id, ...report }]));
  if (incident !== undefined) {
    const named = reports.find(({ id }) => id === incident);
    if (named !== undefined) return named;
    throw new OperationError('not-found', message('There is no incident "{incident}" here.', { incident }));
  }
  const open = reports.filter(({ status }) => isOpen(status));
  const [only, ...others] = open;
  if (only === undefined)
    throw new OperationError('not-found', message('No incident is open. --incident ID names one of the others.'));
  if (others.length === 0) return only;
  throw new OperationError(
    'usage',
    message('{count} incidents are open; --incident ID names the one that is meant: {ids}.', {
      count: open.length,
      ids: open.map(({ id }) => id).join(', '),
    }),
  );
}
