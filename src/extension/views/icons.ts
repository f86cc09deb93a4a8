import * as vscode from 'vscode';
import type { Conventions } from '../../core/model/conventions';
import { milestoneOf } from '../../core/model/entry-kind';
import { isOpen } from '../../core/model/incident';
import type { ActionSummary, IncidentSummary } from '../../core/workspace/incident-summary';
import { colorIds, severityShades } from '../contributions';

const kindIcons: Readonly<Record<string, string>> = {
  change: 'rocket',
  symptom: 'pulse',
  alert: 'bell',
  report: 'megaphone',
  severity: 'tag',
  status: 'tag',
  role: 'account',
  escalation: 'arrow-up',
  check: 'search',
  decision: 'milestone',
  action: 'tools',
  communication: 'comment',
  task: 'tasklist',
};

export function incidentIcon({ report }: IncidentSummary, conventions: Conventions): vscode.ThemeIcon {
  if (report === undefined || report.damaged) {
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  }
  if (report.status === undefined || isOpen(report.status)) return severityIcon(report.severity, conventions);
  return new vscode.ThemeIcon('pass', new vscode.ThemeColor(colorIds.resolved));
}

/** The fourth colour serves every severity below the third; a name that is not in the team's list has none. */
export function severityIcon(severity: string | undefined, conventions: Conventions): vscode.ThemeIcon {
  const rank = conventions.severities.findIndex(({ name }) => name === severity);
  const color = rank < 0 ? undefined : colorIds.severities[Math.min(rank, colorIds.severities.length - 1)];
  return new vscode.ThemeIcon('circle-filled', color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** The same dot for quick picks, which draw an icon without its colour. */
export function severityImage(severity: string | undefined, conventions: Conventions): vscode.IconPath {
  const rank = conventions.severities.findIndex(({ name }) => name === severity);
  const shade = severityShades[Math.min(rank, severityShades.length - 1)];
  if (shade === undefined) return new vscode.ThemeIcon('circle-filled');
  const dot = (color: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="4" fill="${color}"/></svg>`;
    return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
  };
  return { dark: dot(shade.dark), light: dot(shade.light) };
}

/** A kind may carry its value, as in `severity SEV2`. */
export function entryIcon(kindWithValue: string): vscode.ThemeIcon {
  const kind = Object.keys(kindIcons).find((name) => kindWithValue.startsWith(`${name} `)) ?? kindWithValue;
  return new vscode.ThemeIcon(milestoneOf(kind) === undefined ? (kindIcons[kind] ?? 'note') : 'flag');
}

export function actionIcon({ status }: ActionSummary, isOverdue: boolean): vscode.ThemeIcon {
  if (isOverdue) return new vscode.ThemeIcon('watch', new vscode.ThemeColor(colorIds.overdue));
  switch (status) {
    case 'open':
      return new vscode.ThemeIcon('circle-outline');
    case 'in progress':
      return new vscode.ThemeIcon('issues');
    case 'done':
      return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
    case 'declined':
      return new vscode.ThemeIcon('circle-slash');
  }
}
