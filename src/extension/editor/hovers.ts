import * as vscode from 'vscode';
import type { Services } from '../services';
import { conventionsSelector, documentSelector } from './selectors';

/** What hovers say is loaded with the first one. */
export function registerHovers(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(documentSelector, {
      provideHover: async (document, position) => (await import('./hover-at')).hoverOf(services, document, position),
    }),
    vscode.languages.registerHoverProvider(conventionsSelector, {
      provideHover: async (document, position) =>
        (await import('./hover-at')).schemaHover(services, document, position),
    }),
  );
}
