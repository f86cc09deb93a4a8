import type * as vscode from 'vscode';
import type { Services } from '../services';
import { registerTimelineEntry } from './timeline-entry';

export function registerForms(services: Services): vscode.Disposable {
  return registerTimelineEntry(services);
}
