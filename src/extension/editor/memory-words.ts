import * as vscode from 'vscode';
import { plainText } from '../../core/markdown/plain-text';
import { formatDay } from '../../core/model/time-text';
import { commandIds } from '../contributions';
import { toMarkdownText } from '../convert';
import { incidentTitle } from '../views/words';
import type { MemoryLines, PlacedCause } from '../workspace/code-memory';

const { t } = vscode.l10n;
const mostHovered = 3;

/** `2 incidents, 1 open action`; empty where there are none. */
export function memoryTitle(lines: readonly MemoryLines[]): string {
  const causes = lines.flatMap((line) => line.causes);
  const incidents = new Set(causes.map(({ folder, incident }) => `${folder.root.toString()} ${incident.id}`)).size;
  if (incidents === 0) return '';
  const actions = new Set(
    causes.flatMap(({ incident, openActions }) => openActions.map(({ line }) => `${incident.id} ${line}`)),
  ).size;
  const kept = incidents === 1 ? t('1 incident') : t('{count} incidents', { count: incidents });
  if (actions === 0) return kept;
  return [kept, actions === 1 ? t('1 open action') : t('{count} open actions', { count: actions })].join(', ');
}

/** What a marked line is part of, with the way to the postmortem. */
export function memoryHover(causes: readonly PlacedCause[], now: number): vscode.MarkdownString[] {
  return causes.slice(0, mostHovered).map((one) => {
    const { incident, cause, relation, openActions, commit, folder } = one;
    const rows = [
      t('Part of {cause}, {relation} in {commit}', { cause: cause.id, relation, commit: commit.slice(0, 7) }),
      incidentLine(one, now),
      ...openActions.map(({ id, text }) =>
        id === undefined
          ? t('An action is open: {text}', { text: plainText(text) })
          : t('{id} is open: {text}', { id, text: plainText(text) }),
      ),
    ];
    const hover = new vscode.MarkdownString(rows.map(toMarkdownText).join('  \n'));
    if (incident.postmortem !== undefined) {
      const uri = folder.uriOf(incident.postmortem.path).toString();
      const link = `command:${commandIds.openPostmortem}?${encodeURIComponent(JSON.stringify([uri]))}`;
      hover.appendMarkdown(`  \n[${t('Open postmortem')}](${link})`);
      hover.isTrusted = { enabledCommands: [commandIds.openPostmortem] };
    }
    return hover;
  });
}

/** `Checkout requests failing in eu-west-1, SEV2, 23 Nov 2026` */
export function incidentLine({ incident }: PlacedCause, now: number): string {
  const { severity, impactStarted } = incident.report ?? {};
  const date = impactStarted === undefined ? undefined : formatDay(impactStarted, now);
  return [incidentTitle(incident), severity, date].filter((part) => part !== undefined).join(', ');
}
