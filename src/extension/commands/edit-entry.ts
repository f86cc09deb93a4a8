import * as vscode from 'vscode';
import { openTimelineEntry } from '../forms/timeline-entry';
import type { Services } from '../services';
import { chosenEntry } from './entry-argument';

/** Opens the form with an entry of the tree, of the row at the cursor, or one that is picked. */
export async function editEntry(services: Services, argument: unknown): Promise<void> {
  const { placed, reference } = await chosenEntry(services, argument, vscode.l10n.t('Edit Entry'));
  await openTimelineEntry(services, placed, { edit: reference });
}
