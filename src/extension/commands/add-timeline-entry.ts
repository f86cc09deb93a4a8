import * as vscode from 'vscode';
import { openTimelineEntry } from '../forms/timeline-entry';
import type { Services } from '../services';
import { incidentFor } from './incident-argument';

export async function addTimelineEntry(services: Services, argument: unknown): Promise<void> {
  const placed = await incidentFor(services, argument, {
    title: vscode.l10n.t('Add Timeline Entry'),
    filter: ({ incident }) => incident.report !== undefined,
  });
  await openTimelineEntry(services, placed);
}
