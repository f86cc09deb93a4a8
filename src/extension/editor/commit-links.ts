import * as vscode from 'vscode';
import { citationKey } from '../../core/model/commit';
import { citationAction } from '../../core/operations/describe-citation';
import { commandIds } from '../contributions';
import { spanToRange } from '../convert';
import type { Services } from '../services';
import { citedKeys } from './open-documents';
import { documentSelector } from './selectors';

/** A cited commit leads to its changes, one of another repository to its page; addresses are links by themselves. */
export function registerCommitLinks(services: Services): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(documentSelector, {
    provideDocumentLinks: (document) => linksOf(services, document),
  });
}

function linksOf(services: Services, document: vscode.TextDocument): vscode.DocumentLink[] {
  const open = services.documents.get(document);
  if (open === undefined || open.incident.kind !== 'postmortem') return [];
  const lookups = open.folder.commits.get(citedKeys(open.incident));
  return open.incident.causes
    .flatMap(({ commits }) => commits)
    .flatMap((citation) => {
      const text = document.getText(spanToRange(document, citation.span));
      if (/^https?:/i.test(text)) return [];
      const action = citationAction(citation, lookups.get(citationKey(citation)));
      if (action.kind !== 'show-changes' && action.kind !== 'open-url') return [];
      const isPage = action.kind === 'open-url';
      const args = isPage ? '' : encodeURIComponent(JSON.stringify([document.uri.toString(), action.key]));
      const target = vscode.Uri.parse(isPage ? action.url : `command:${commandIds.showChanges}?${args}`);
      const link = new vscode.DocumentLink(spanToRange(document, citation.span), target);
      link.tooltip = isPage ? vscode.l10n.t('Open in browser') : vscode.l10n.t('Show changes');
      return [link];
    });
}
