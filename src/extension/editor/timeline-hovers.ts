import * as vscode from 'vscode';
import type { ReportDocument } from '../../core/kinds/incident-document';
import { metricsOf } from '../../core/kinds/metrics';
import { milestonesOf } from '../../core/kinds/milestones';
import { milestoneOf } from '../../core/model/entry-kind';
import { instantOf, type Stamp } from '../../core/model/stamp';
import { formatDuration, formatInZone, formatUtc } from '../../core/model/time-text';
import type { TimelineEntry } from '../../core/model/timeline-entry';
import { closedBy, definitionOf } from '../../core/operations/describe-kind';
import { spanToRange, toMarkdownText, translate } from '../convert';
import type { Services } from '../services';
import { metricLine } from '../views/metric-words';
import type { OpenIncidentDocument } from './open-documents';

const { t } = vscode.l10n;

/** The time and the kind of an entry, each where it stands. */
export function timelineHover(
  services: Services,
  { document, folder }: OpenIncidentDocument,
  report: ReportDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const offset = document.offsetAt(position);
  const entry = report.entries.find(({ span }) => span.start <= offset && offset <= span.end);
  if (entry === undefined) return undefined;
  const { conventions } = folder;
  const isAt = ({ start, end }: { start: number; end: number }) => start <= offset && offset <= end;
  if (isAt(entry.time.span)) {
    const zone = services.timeZone(conventions);
    return hoverOf(document, entry.time.span, timeLines(entry.stamp, report, zone));
  }
  if (entry.kind === undefined || !isAt(entry.kind.span)) return undefined;
  return hoverOf(document, entry.kind.span, kindLines(entry, report, conventions));
}

function hoverOf(
  document: vscode.TextDocument,
  span: TimelineEntry['span'],
  lines: readonly string[],
): vscode.Hover | undefined {
  if (lines.length === 0) return undefined;
  const text = new vscode.MarkdownString(lines.map(toMarkdownText).join('  \n'));
  return new vscode.Hover(text, spanToRange(document, span));
}

/** UTC, the display zone, and how far from impact started. */
function timeLines(stamp: Stamp | undefined, report: ReportDocument, zone: string): readonly string[] {
  const at = stamp && instantOf(stamp);
  if (stamp === undefined || at === undefined) return [];
  const seconds = 'seconds' in stamp && stamp.seconds;
  const shown = formatUtc(at, { seconds });
  const utc =
    stamp.kind === 'range'
      ? t('{from} to {until}', { from: shown, until: formatUtc(stamp.until, { seconds }) })
      : stamp.kind === 'about'
        ? t('about {time}', { time: shown })
        : shown;
  return [utc, formatInZone(at, zone, { seconds }), fromImpact(at, report)].filter((line) => line !== '');
}

function fromImpact(at: number, report: ReportDocument): string {
  const started = milestonesOf(report).get('impact started')?.at;
  if (started === undefined || started === at) return '';
  const duration = formatDuration(at - started);
  return at > started
    ? t('{duration} after impact started', { duration })
    : t('{duration} before impact started', { duration });
}

/** What the kind means and the duration that it ends, with both of its entries. */
function kindLines(
  { kindName }: TimelineEntry,
  report: ReportDocument,
  conventions: OpenIncidentDocument['folder']['conventions'],
): readonly string[] {
  const definition = definitionOf(kindName, conventions);
  const milestone = milestoneOf(kindName);
  const metric = milestone && closedBy(milestone, metricsOf(report, conventions));
  return [
    ...(definition === undefined ? [] : [translate({ template: definition })]),
    ...(metric === undefined ? [] : [metricLine(metric), translate(metric.formula)]),
  ];
}
