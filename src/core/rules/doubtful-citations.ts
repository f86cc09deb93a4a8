import type { IncidentDocument } from '../kinds/incident-document';
import { message } from '../model/message';
import type { ReportSummary } from '../workspace/incident-summary';
import { citations, type Reference } from './broken-reference';
import type { Finding } from './rule';

/** Citations of entries whose id stands more than once, by how often it does. */
export function* doubtfulCitations(document: IncidentDocument, times: ReadonlyMap<string, number>): Iterable<Finding> {
  if (times.size === 0) return;
  const seen = new Set<number>();
  for (const { id, span } of entryReferences(document)) {
    const count = times.get(id);
    if (count === undefined || seen.has(span.start)) continue;
    seen.add(span.start);
    yield {
      span,
      severity: 'warning',
      message: message('{id} stands {times} times in the timeline; which entry is meant here cannot be told.', {
        id,
        times: count,
      }),
    };
  }
}

/** Ids that stand more than once in one of the reports; the same id in two of them is another matter. */
export function repeatedIn(reports: readonly ReportSummary[]): ReadonlyMap<string, number> {
  const repeated = new Map<string, number>();
  for (const { entries } of reports) {
    const counts = new Map<string, number>();
    for (const { id } of entries) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [id, count] of counts) if (count > 1) repeated.set(id, count);
  }
  return repeated;
}

function* entryReferences(document: IncidentDocument): Iterable<Reference> {
  yield* citations(document, /^E/);
  if (document.kind === 'incident-report') return;
  for (const { evidence } of [...document.causes, ...document.controls])
    for (const { text, span } of evidence) yield { id: text, span };
}
