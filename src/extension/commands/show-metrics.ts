import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { dayOfIncidentId, readDocument } from '../../core/kinds';
import { metricsOf } from '../../core/kinds/metrics';
import { readMarkdown } from '../../core/markdown/read-markdown';
import { message } from '../../core/model/message';
import type { Metric } from '../../core/model/metric';
import { commandIds } from '../contributions';
import { translate } from '../convert';
import type { Services } from '../services';
import { metricLength, metricPlaces } from '../views/metric-words';
import { incidentTitle } from '../views/words';
import { incidentFor } from './incident-argument';
import { pick } from './multi-step';
import { openAt } from './open-at';

const { t } = vscode.l10n;

/** Every duration of an incident with its formula; the one that is chosen leads to the entry that ends it. */
export async function showMetrics(services: Services, argument: unknown): Promise<void> {
  const title = t('Show Durations');
  const { folder, incident } = await incidentFor(services, argument, { title });
  const path = incident.report?.path;
  const text = path === undefined ? undefined : await folder.store.read(path);
  const { conventions } = folder;
  const report =
    text === undefined
      ? undefined
      : readDocument(readMarkdown(text), conventions, undefined, dayOfIncidentId(incident.id));
  if (path === undefined || report?.kind !== 'incident-report') {
    throw new OperationError('not-found', message('{incident} has no report.', { incident: incident.id }));
  }
  const place = { title: incidentTitle(incident), step: 1, totalSteps: 1, canGoBack: false };
  const items = metricsOf(report, conventions).map(itemOf);
  const chosen = await pick(place, { placeholder: t('Enter goes to the entry that ends it'), items });
  const metric = chosen === 'back' ? undefined : chosen[0]?.metric;
  if (metric === undefined) return;
  const missing = metric.value.status === 'unavailable' ? metric.value.missing : undefined;
  if (missing !== undefined) {
    await vscode.commands.executeCommand(
      commandIds.logToTimeline,
      folder.uriOf(path),
      `#${missing.replaceAll(' ', '-')} `,
    );
    return;
  }
  const anchor = metric.to ?? metric.from;
  if (anchor !== undefined) await openAt(folder.uriOf(path), { line: anchor.line });
}

/** The formula below; what cannot be computed says why, and that Enter adds what is missing. */
function itemOf(metric: Metric): vscode.QuickPickItem & { readonly metric: Metric } {
  const { name, formula, value } = metric;
  const label = translate(name);
  if (value.status !== 'unavailable') {
    const length = metricLength(metric) ?? '';
    return { label: `${label} ${length}`, description: metricPlaces(metric) ?? '', detail: translate(formula), metric };
  }
  const description = t('not computed: {reason}', { reason: translate(value.reason) });
  const detail =
    value.missing === undefined ? translate(formula) : t('Enter adds an entry of kind {kind}', { kind: value.missing });
  return { label, description, detail, metric };
}
