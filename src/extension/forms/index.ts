import * as vscode from 'vscode';
import { timelineEntryView } from '../contributions';
import type { Services } from '../services';
import { registerRowChange } from './row-change';

/** Forms are loaded with the first that opens. */
export function registerForms(services: Services): vscode.Disposable {
  const serializer = vscode.window.registerWebviewPanelSerializer(timelineEntryView, {
    async deserializeWebviewPanel(panel, state: unknown) {
      const { restoreTimelineEntry } = await import('./timeline-entry');
      await restoreTimelineEntry(services, panel, state);
    },
  });
  const closeAll = new vscode.Disposable(() => {
    for (const form of [...services.openForms.values()]) form.dispose();
  });
  return vscode.Disposable.from(serializer, closeAll, registerRowChange());
}
