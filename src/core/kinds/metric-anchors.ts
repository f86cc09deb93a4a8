import { lineAt } from '../markdown/places';
import type { MetricAnchor } from '../model/metric';
import type { TimelineEntry } from '../model/timeline-entry';
import type { ReportDocument } from './incident-document';

/** An entry as a metric names it: by its id, else by its line. */
export function entryAnchor({ markdown }: Pick<ReportDocument, 'markdown'>, entry: TimelineEntry): MetricAnchor {
  const line = lineAt(markdown, entry.span.start);
  return { label: entry.id?.text ?? `line ${line + 1}`, span: entry.span, line };
}

/** A row of the impact table, counted from 1. */
export function impactAnchor({ markdown, impact }: Pick<ReportDocument, 'markdown' | 'impact'>, index: number) {
  const span = impact[index]?.span ?? { start: 0, end: 0 };
  return { label: `impact row ${index + 1}`, span, line: lineAt(markdown, span.start) } satisfies MetricAnchor;
}
