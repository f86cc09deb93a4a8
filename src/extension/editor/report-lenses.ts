import * as vscode from 'vscode';
import type { ReportDocument } from '../../core/kinds/incident-document';
import { metricsOf } from '../../core/kinds/metrics';
import { milestonesOf } from '../../core/kinds/milestones';
import { isOpen } from '../../core/model/incident';
import { instantOf } from '../../core/model/stamp';
import { formatClock, formatDay, formatElapsed, utcDate } from '../../core/model/time-text';
import { commandIds } from '../contributions';
import type { Services } from '../services';
import { metricOf, metricTitle } from '../views/metric-words';
import { countEntries } from '../views/words';
import type { Lens } from './lens';
import type { OpenIncidentDocument } from './open-documents';

const { t } = vscode.l10n;

/** At the head what is computed and what to do next; at the timeline its extent. */
export function reportLenses(services: Services, open: OpenIncidentDocument, report: ReportDocument): readonly Lens[] {
  const { document } = open;
  const addEntry = { title: t('add entry'), command: { id: commandIds.addTimelineEntry, arguments: [document.uri] } };
  return [
    ...computedLens(open, report, services.now()),
    { at: 0, ...addEntry },
    ...postmortemLens(services, document.uri),
    ...timelineLens(report, services.now()).flatMap((lens) => [
      lens,
      { at: lens.at, ...addEntry },
      ...editLens(report, document.uri, lens.at),
    ]),
  ];
}

/** Set when the document is opened and at each edit; it does not tick. */
function computedLens(
  { document, folder }: OpenIncidentDocument,
  report: ReportDocument,
  now: number,
): readonly Lens[] {
  if (report.status === undefined || isOpen(report.status)) {
    const started = milestonesOf(report).get('impact started');
    if (started === undefined) return [];
    const duration = formatElapsed(started.at, now);
    return duration === undefined ? [] : [{ at: 0, title: t('impact started {duration} ago', { duration }) }];
  }
  const mitigate = metricOf(metricsOf(report, folder.conventions), 'time-to-mitigate');
  if (mitigate === undefined) return [];
  return [{ at: 0, title: metricTitle(mitigate), command: { id: commandIds.showMetrics, arguments: [document.uri] } }];
}

/** None while the incidents are first read: whether there is a postmortem is not known yet. */
function postmortemLens(services: Services, uri: vscode.Uri): readonly Lens[] {
  const placed = services.folders.incidentOf(uri);
  if (placed === undefined) return [];
  const [title, id] =
    placed.incident.postmortem === undefined
      ? [t('new postmortem'), commandIds.newPostmortem]
      : [t('open postmortem'), commandIds.openPostmortem];
  return [{ at: 0, title, command: { id, arguments: [uri] } }];
}

/** One for the table: the entry is that of the row at the cursor, else it is picked. */
function editLens({ entries }: ReportDocument, uri: vscode.Uri, at: number): readonly Lens[] {
  if (entries.length === 0) return [];
  return [{ at, title: t('edit entry'), command: { id: commandIds.editEntry, arguments: [uri] } }];
}

/** Days are said where the entries are of more than one. */
function timelineLens({ entries, sections }: ReportDocument, now: number): readonly Lens[] {
  const section = sections.find(({ name }) => name === 'Timeline');
  if (section === undefined) return [];
  const instants = entries.flatMap(({ stamp }) => (stamp === undefined ? [] : (instantOf(stamp) ?? [])));
  const at = section.span.start;
  if (entries.length === 0) return [{ at, title: t('no entries yet') }];
  const count = countEntries(entries.length);
  if (instants.length === 0) return [{ at, title: count }];
  const [first, last] = [instants.reduce((a, b) => Math.min(a, b)), instants.reduce((a, b) => Math.max(a, b))];
  const isOneDay = utcDate(first) === utcDate(last);
  const [from, until] = [first, last].map((time) =>
    isOneDay ? formatClock(time) : `${formatDay(time, now)} ${formatClock(time)}`,
  );
  if (from === until) return [{ at, title: t('{entries}, {time}', { entries: count, time: from }) }];
  return [{ at, title: t('{entries}, {from} to {until}', { entries: count, from, until }) }];
}
