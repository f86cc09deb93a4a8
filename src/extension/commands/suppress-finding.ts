import * as vscode from 'vscode';
import { suppressionEdit } from '../../core/rules/suppress';
import { applyChange } from '../adapters/apply-change';
import { WriteRefusal } from '../adapters/refusal';
import type { Services } from '../services';
import { input } from './multi-step';

const { t } = vscode.l10n;

/** Switches a rule off in the line of a finding or in its file; the reason stands there for the next reader. */
export async function suppressFinding(
  services: Services,
  uri: unknown,
  rule: unknown,
  start: unknown,
  extent: unknown,
): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof rule !== 'string' || typeof start !== 'number') return;
  const document = await vscode.workspace.openTextDocument(uri);
  const { version } = document;
  const reason = await input(
    {
      title:
        extent === 'file' ? t('Suppress {rule} in this file', { rule }) : t('Suppress {rule} on this line', { rule }),
      step: 1,
      totalSteps: 1,
      canGoBack: false,
    },
    {
      prompt: t('Why is it right here?'),
      placeholder: t('Quoted from the vendor, for example'),
      validate: (text) =>
        text === ''
          ? {
              message: t('A reason is needed, so that the next reader knows.'),
              severity: vscode.InputBoxValidationSeverity.Error,
            }
          : undefined,
    },
  );
  const open = services.documents.get(document);
  if (reason === 'back' || open === undefined) return;
  if (document.version !== version) throw new WriteRefusal('changed-meanwhile', uri, reason.text);
  const finding = open.findings().find((one) => one.rule === rule && one.span.start === start);
  if (finding === undefined) return;
  const edits = suppressionEdit(open.incident.markdown, finding, {
    reason: reason.text,
    extent: extent === 'file' ? 'file' : 'line',
  });
  await applyChange(open.folder.root, {
    creates: [],
    edits: [{ path: open.path, base: document.getText(), edits }],
  });
}
