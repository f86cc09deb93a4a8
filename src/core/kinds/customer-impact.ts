import { message } from '../model/message';
import type { ImpactRow } from '../model/timeline-entry';
import { entryWindows } from './entry-windows';
import type { ReportDocument } from './incident-document';
import { impactAnchor } from './metric-anchors';
import { type ComputedSpans, joinSpans, type MetricSpans, spanBetween } from './metric-spans';

/** The union of the impact rows' windows; milestones have no part in it. */
export function customerImpact(report: Pick<ReportDocument, 'markdown' | 'entries' | 'impact'>): ComputedSpans {
  const windowOf = entryWindows(report);
  const rows = report.impact.map((row, index) => {
    const { label } = impactAnchor(report, index);
    const [from, until] = [row.from && windowOf(row.from), row.until && windowOf(row.until)];
    return { index, from, until, spans: rowSpans(row, { label, from, until }) };
  });
  const first = rows.reduce<(typeof rows)[number] | undefined>(
    (one, row) => (one && (one.from?.least ?? 0) <= (row.from?.least ?? 0) ? one : row),
    undefined,
  );
  const last = rows.reduce<(typeof rows)[number] | undefined>(
    (one, row) => (one && (one.until?.most ?? 0) >= (row.until?.most ?? 0) ? one : row),
    undefined,
  );
  return {
    id: 'customer-impact',
    name: message('customer impact'),
    formula: message('The time that the windows of the impact rows cover together, overlaps counted once.'),
    ...(first && { from: impactAnchor(report, first.index) }),
    ...(last && { to: impactAnchor(report, last.index) }),
    spans: rows.length === 0 ? { reason: message('no row under Impact') } : joinSpans(rows.map(({ spans }) => spans)),
  };
}

type Window = ReturnType<ReturnType<typeof entryWindows>>;

function rowSpans(
  row: ImpactRow,
  {
    label,
    from,
    until,
  }: { readonly label: string; readonly from: Window | undefined; readonly until: Window | undefined },
): MetricSpans {
  if (from === undefined) return { reason: message('{row} has no start', { row: label }) };
  if (until === undefined) return { reason: message('{row} has no end', { row: label }) };
  return spanBetween(
    { name: 'the start', label, stamp: row.from, window: from },
    { name: 'the end', label, stamp: row.until, window: until },
  );
}
