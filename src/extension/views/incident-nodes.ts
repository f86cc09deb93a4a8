import * as vscode from 'vscode';
import { milestoneOf } from '../../core/model/entry-kind';
import { isOpen } from '../../core/model/incident';
import { instantOf } from '../../core/model/stamp';
import type { Settings } from '../../core/settings';
import type {
  ActionSummary,
  CauseSummary,
  EntrySummary,
  IncidentSummary,
  PostmortemSummary,
  ReportSummary,
} from '../../core/workspace/incident-summary';
import type { IncidentFolder } from '../workspace/incident-folder';
import type { PlacedIncident } from '../workspace/incident-folders';

/** What stands in the Incidents view. Ids are stable, so that expansion survives a refresh. */
export type IncidentsNode = GroupNode | IncidentNode | PartNode;

export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  readonly isExpanded: boolean;
  readonly incidents: readonly IncidentNode[];
}

/** Kept as the same object as long as the incident exists; what it shows is read anew from the index. */
export interface IncidentNode extends NodeOfIncident {
  readonly type: 'incident';
}

interface NodeOfIncident {
  readonly id: string;
  readonly folder: IncidentFolder;
  readonly incidentId: string;
}

export type PartNode = NodeOfIncident &
  (
    | { readonly type: 'report'; readonly report: ReportSummary }
    | { readonly type: 'postmortem'; readonly postmortem: PostmortemSummary }
    | { readonly type: 'no-postmortem'; readonly report: ReportSummary }
    | { readonly type: 'timeline'; readonly report: ReportSummary }
    | { readonly type: 'entry'; readonly report: ReportSummary; readonly entry: EntrySummary }
    | { readonly type: 'causes'; readonly postmortem: PostmortemSummary }
    | { readonly type: 'cause'; readonly postmortem: PostmortemSummary; readonly cause: CauseSummary }
    | { readonly type: 'actions'; readonly postmortem: PostmortemSummary }
    | { readonly type: 'action'; readonly postmortem: PostmortemSummary; readonly action: ActionSummary }
  );

function nodeIdOf({ folder, incident }: PlacedIncident): string {
  return `${folder.root.toString()}/${incident.folder}`;
}

/** Groups in the order of the incidents that they hold, which is that of the index. */
export function groupsOf(
  incidents: readonly PlacedIncident[],
  groupBy: Settings['groupBy'],
  nodeOf: (id: string, placed: PlacedIncident) => IncidentNode,
): readonly GroupNode[] {
  const groups = new Map<string, { label: string; isExpanded: boolean; incidents: IncidentNode[] }>();
  for (const placed of incidents) {
    for (const { label, isExpanded } of groupLabels(placed.incident, groupBy)) {
      const group = groups.get(label) ?? { label, isExpanded, incidents: [] };
      const id = nodeIdOf(placed);
      // By system an incident stands in several groups, and an id may stand once in a tree.
      group.incidents.push(nodeOf(groupBy === 'system' ? `${label}/${id}` : id, placed));
      groups.set(label, group);
    }
  }
  return [...groups.values()].map((group) => ({ type: 'group', id: `group/${groupBy}/${group.label}`, ...group }));
}

export function childrenOf(node: NodeOfIncident, incident: IncidentSummary): readonly PartNode[] {
  const { report, postmortem } = incident;
  const base = (type: string) => ({ id: `${node.id}/${type}`, folder: node.folder, incidentId: node.incidentId });
  const parts: PartNode[] = [];
  if (report !== undefined) parts.push({ ...base('report'), type: 'report', report });
  if (postmortem !== undefined) parts.push({ ...base('postmortem'), type: 'postmortem', postmortem });
  else if (report !== undefined) parts.push({ ...base('no-postmortem'), type: 'no-postmortem', report });
  if (report !== undefined && report.entries.length > 0) parts.push({ ...base('timeline'), type: 'timeline', report });
  if (postmortem !== undefined && postmortem.causes.length > 0) {
    parts.push({ ...base('causes'), type: 'causes', postmortem });
  }
  if (postmortem !== undefined && postmortem.actions.length > 0) {
    parts.push({ ...base('actions'), type: 'actions', postmortem });
  }
  return parts;
}

/** The rows under `Timeline`, `Causes` and `Action items`. */
export function rowsOf(node: PartNode): readonly PartNode[] {
  const { folder, incidentId } = node;
  const idOf = uniqueIds(node.id);
  switch (node.type) {
    case 'timeline':
      return inOrderOfTime(node.report.entries).map((entry) => ({
        id: idOf(entry.id ?? digest(`${entry.time} ${entry.text}`)),
        folder,
        incidentId,
        type: 'entry',
        report: node.report,
        entry,
      }));
    case 'causes':
      return node.postmortem.causes.map((cause) => ({
        id: idOf(cause.id),
        folder,
        incidentId,
        type: 'cause',
        postmortem: node.postmortem,
        cause,
      }));
    case 'actions':
      return node.postmortem.actions.map((action) => ({
        id: idOf(action.id ?? digest(action.text)),
        folder,
        incidentId,
        type: 'action',
        postmortem: node.postmortem,
        action,
      }));
    default:
      return [];
  }
}

export function contextValueOf(node: IncidentsNode, incident: IncidentSummary | undefined): string {
  switch (node.type) {
    case 'group':
      return 'group';
    case 'incident':
      return incident === undefined ? 'incident.open' : contextOfIncident(incident);
    case 'postmortem':
      return `postmortem.${node.postmortem.status === 'in review' ? 'review' : (node.postmortem.status ?? 'draft')}`;
    case 'no-postmortem':
      return 'postmortem.none';
    case 'entry':
      return milestoneOf(node.entry.kind) === undefined ? 'entry' : 'entry+milestone';
    case 'cause':
      return node.cause.commits.length > 0 ? 'cause+commits' : 'cause';
    case 'action':
      return `action.${node.action.status === 'in progress' ? 'progress' : node.action.status}`;
    default:
      return node.type;
  }
}

function contextOfIncident({ report, postmortem }: IncidentSummary): string {
  const status = report?.status;
  const base = status === undefined || isOpen(status) ? 'open' : status;
  const flags = [postmortem === undefined ? '+noPostmortem' : '', report?.damaged === true ? '+damaged' : ''];
  return `incident.${base}${flags.join('')}`;
}

function groupLabels(
  { report }: IncidentSummary,
  groupBy: Settings['groupBy'],
): readonly { label: string; isExpanded: boolean }[] {
  const { t } = vscode.l10n;
  switch (groupBy) {
    case 'status':
      if (report?.status === 'resolved') return [{ label: t('Resolved'), isExpanded: false }];
      if (report?.status === 'closed') return [{ label: t('Closed'), isExpanded: false }];
      return [{ label: t('Open'), isExpanded: true }];
    case 'severity':
      return [{ label: report?.severity ?? t('No severity'), isExpanded: true }];
    case 'system': {
      const systems = report?.systems ?? [];
      return (systems.length === 0 ? [t('No system')] : systems).map((label) => ({ label, isExpanded: true }));
    }
    case 'month':
      return [{ label: monthOf(report), isExpanded: true }];
  }
}

function monthOf(report: ReportSummary | undefined): string {
  if (report?.impactStarted === undefined) return vscode.l10n.t('No date');
  const format = new Intl.DateTimeFormat(vscode.env.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(report.impactStarted);
}

/** An entry whose time is not known stays where it was written. */
function inOrderOfTime(entries: readonly EntrySummary[]): readonly EntrySummary[] {
  let last = Number.NEGATIVE_INFINITY;
  const timed = entries.map((entry) => {
    last = (entry.stamp === undefined ? undefined : instantOf(entry.stamp)) ?? last;
    return { entry, at: last };
  });
  return timed.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

/** Two rows with the same id (a finding of its own) are told apart by their number. */
function uniqueIds(prefix: string): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return `${prefix}/${id}${count > 1 ? `#${count}` : ''}`;
  };
}

function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16);
}
