import * as vscode from 'vscode';
import type { Services } from '../services';
import { registerIncidentsView } from './incidents';
import { registerStatusBarItem } from './status-bar';

export function registerViews(services: Services): vscode.Disposable {
  return vscode.Disposable.from(registerIncidentsView(services), registerStatusBarItem(services));
}
