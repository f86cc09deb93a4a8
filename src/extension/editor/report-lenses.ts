import * as vscode from 'vscode';
import type { ReportDocument } from '../../core/kinds/incident-document';
import { metricsOf } from '../../core/kinds/metrics';
import { milestonesOf } from '../../core/kinds/milestones';
import { isOpen } from '../../core/model/incident';
import { instantOf } from '../../core/model/stamp';
import { formatClock, formatElapsed } from '../../core/model/time-text';
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
    postmortemLens(services, document.uri),
    ...timelineLens(report).flatMap((lens) => [lens, { at: lens.at, ...addEntry }]),
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

function postmortemLens(services: Services, uri: vscode.Uri): Lens {
  const hasPostmortem = services.folders.incidentOf(uri)?.incident.postmortem !== undefined;
  return hasPostmortem
    ? { at: 0, title: t('open postmortem'), command: { id: commandIds.openPostmortem, arguments: [uri] } }
    : { at: 0, title: t('new postmortem'), command: { id: commandIds.newPostmortem, arguments: [uri] } };
}

function timelineLens({ entries, sections }: ReportDocument): readonly Lens[] {
  const section = sections.find(({ name }) => name === 'Timeline');
  if (section === undefined) return [];
  const instants = entries.flatMap(({ stamp }) => (stamp === undefined ? [] : (instantOf(stamp) ?? [])));
  const at = section.span.start;
  if (entries.length === 0) return [{ at, title: t('no entries yet') }];
  const count = countEntries(entries.length);
  if (instants.length === 0) return [{ at, title: count }];
  const from = formatClock(instants.reduce((a, b) => Math.min(a, b)));
  const until = formatClock(instants.reduce((a, b) => Math.max(a, b)));
  if (from === until) return [{ at, title: t('{entries}, {time}', { entries: count, time: from }) }];
  return [{ at, title: t('{entries}, {from} to {until}', { entries: count, from, until }) }];
}
