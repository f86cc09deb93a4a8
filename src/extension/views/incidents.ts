import * as vscode from 'vscode';
import { plainText } from '../../core/markdown/plain-text';
import { commandIds, contextKeys, viewIds } from '../contributions';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';
import type { PlacedIncident } from '../workspace/incident-folders';
import { actionIcon, entryIcon, incidentIcon } from './icons';
import {
  childrenOf,
  contextValueOf,
  groupsOf,
  type IncidentNode,
  type IncidentsNode,
  type PartNode,
  rowsOf,
} from './incident-nodes';
import { actionTooltip, entryTooltip, incidentTooltip } from './tooltips';
import {
  actionDescription,
  actionsDescription,
  causeDescription,
  countEntries,
  countOpenIncidents,
  entryDescription,
  entryLabel,
  incidentDescription,
  incidentSpoken,
  incidentTitle,
  isIncidentOpen,
  isOverdue,
  missingPostmortemDescription,
  postmortemDescription,
  reportDescription,
} from './words';

const { t } = vscode.l10n;
const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
const readingShownAfter = 400;

export function registerIncidentsView(services: Services): vscode.Disposable {
  const { folders } = services;
  const provider = new IncidentsTreeDataProvider(services);
  const view = vscode.window.createTreeView(viewIds.incidents, { treeDataProvider: provider, showCollapseAll: true });
  const reading = setTimeout(() => {
    if (!folders.isReady) view.message = t('Reading incidents');
  }, readingShownAfter);
  const showState = () => {
    clearTimeout(reading);
    const incidents = folders.incidents();
    const open = incidents.filter(({ incident }) => isIncidentOpen(incident)).length;
    view.message = incidents.length > 0 && !vscode.workspace.isTrusted ? restrictedWords() : '';
    view.badge = open === 0 ? undefined : { value: open, tooltip: countOpenIncidents(open) };
    void vscode.commands.executeCommand('setContext', contextKeys.enabled, folders.enabled().length > 0);
    void vscode.commands.executeCommand('setContext', contextKeys.count, incidents.length);
  };
  return vscode.Disposable.from(
    view,
    provider,
    new vscode.Disposable(() => clearTimeout(reading)),
    folders.onDidChangeIncidents(({ folder, change }) => {
      showState();
      provider.follow(folder, change?.ids);
    }),
    folders.onDidChangeConventions(() => {
      showState();
      provider.refresh();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('incidentDocs')) provider.refresh();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(showState),
    // The minutes since impact started are told anew when the view comes into sight, not while it is read.
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) provider.refresh();
    }),
  );
}

/** The welcome content says it where there is nothing to show yet. */
function restrictedWords(): string {
  return t('Restricted mode: reports and findings work, commits are not read.');
}

class IncidentsTreeDataProvider implements vscode.TreeDataProvider<IncidentsNode>, vscode.Disposable {
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<IncidentsNode | undefined>();
  readonly #nodes = new Map<string, IncidentNode>();
  #layout = '';
  /** Chosen once: an expansion that follows the data would fold under the reader's hand. */
  #expanded: string | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Shows a change at the incidents it is about; the whole tree only where they come, go or move. */
  follow(folder: IncidentFolder, ids: ReadonlySet<string> | undefined): void {
    const layout = this.#layout;
    this.#groups();
    if (ids === undefined || layout !== this.#layout) {
      this.refresh();
      return;
    }
    for (const node of this.#nodes.values()) {
      if (node.folder === folder && ids.has(node.incidentId)) this.#changed.fire(node);
    }
  }

  getChildren(node?: IncidentsNode): IncidentsNode[] {
    if (node === undefined) return [...this.#groups()];
    if (node.type === 'group') return [...node.incidents];
    if (node.type !== 'incident') return [...rowsOf(node)];
    const incident = node.folder.index.incident(node.incidentId);
    return incident === undefined ? [] : [...childrenOf(node, incident)];
  }

  getTreeItem(node: IncidentsNode): vscode.TreeItem {
    const item = this.#itemOf(node);
    item.id = node.id;
    const incident = node.type === 'group' ? undefined : node.folder.index.incident(node.incidentId);
    item.contextValue = contextValueOf(node, incident);
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: IncidentsNode): vscode.TreeItem {
    if (node.type === 'group') return item;
    const zone = this.#services.timeZone(node.folder.conventions);
    if (node.type === 'incident') {
      const incident = node.folder.index.incident(node.incidentId);
      if (incident !== undefined) item.tooltip = incidentTooltip(incident, zone);
    } else if (node.type === 'entry') item.tooltip = entryTooltip(node.entry, zone);
    else if (node.type === 'action') item.tooltip = actionTooltip(node.action, this.#services.now());
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #groups() {
    const { folders, settings } = this.#services;
    const seen = new Set<string>();
    const groups = groupsOf(folders.incidents(), settings().groupBy, (id, placed) => {
      seen.add(id);
      return this.#nodeOf(id, placed);
    });
    for (const id of this.#nodes.keys()) if (!seen.has(id)) this.#nodes.delete(id);
    this.#layout = groups.map(({ id, incidents }) => [id, ...incidents.map((node) => node.id)].join('\n')).join('\n\n');
    return groups;
  }

  #nodeOf(id: string, { folder, incident }: PlacedIncident): IncidentNode {
    const known = this.#nodes.get(id);
    if (known !== undefined && known.folder === folder) return known;
    const node: IncidentNode = { type: 'incident', id, folder, incidentId: incident.id };
    this.#nodes.set(id, node);
    return node;
  }

  #itemOf(node: IncidentsNode): vscode.TreeItem {
    if (node.type === 'group') {
      const item = new vscode.TreeItem(node.label, node.isExpanded ? Expanded : Collapsed);
      item.description = String(node.incidents.length);
      return item;
    }
    return node.type === 'incident' ? this.#incidentItem(node) : this.#partItem(node);
  }

  #incidentItem(node: IncidentNode): vscode.TreeItem {
    const incident = node.folder.index.incident(node.incidentId);
    if (incident === undefined) return new vscode.TreeItem(node.incidentId, None);
    const now = this.#services.now();
    const item = new vscode.TreeItem(incidentTitle(incident), this.#isFirstOpen(node) ? Expanded : Collapsed);
    item.description = incidentDescription(incident, now);
    item.iconPath = incidentIcon(incident, node.folder.conventions);
    item.accessibilityInformation = { label: incidentSpoken(incident, now) };
    return item;
  }

  #isFirstOpen(node: IncidentNode): boolean {
    if (this.#expanded === undefined) {
      const open = this.#services.folders.incidents().filter(({ incident }) => isIncidentOpen(incident));
      this.#expanded = open.length === 1 ? open[0]?.incident.id : '';
    }
    return this.#expanded === node.incidentId;
  }

  #partItem(node: PartNode): vscode.TreeItem {
    const now = this.#services.now();
    switch (node.type) {
      case 'report':
        return leaf(t('Report'), reportDescription(node.report), 'output', opens(node, commandIds.openReport));
      case 'postmortem':
        return leaf(
          t('Postmortem'),
          postmortemDescription(node.postmortem, now),
          'book',
          opens(node, commandIds.openPostmortem),
        );
      case 'no-postmortem': {
        const description = missingPostmortemDescription(node.report, node.folder.conventions, now);
        return leaf(t('No postmortem yet'), description, 'circle-outline');
      }
      case 'timeline':
        return branch(t('Timeline'), countEntries(node.report.entries.length), 'history');
      case 'entry':
        return leaf(
          entryLabel(node.entry),
          entryDescription(node.entry),
          entryIcon(node.entry.kind),
          opens(node, commandIds.goToEntry),
        );
      case 'causes':
        return branch(t('Causes'), String(node.postmortem.causes.length), 'list-tree');
      case 'cause':
        return leaf(
          `${node.cause.id} ${plainText(node.cause.title)}`,
          causeDescription(node.cause),
          'git-commit',
          opens(node, commandIds.goToCause),
        );
      case 'actions':
        return branch(t('Action items'), actionsDescription(node.postmortem.actions, now), 'checklist');
      case 'action':
        return leaf(
          [node.action.id, plainText(node.action.text)].filter(Boolean).join(' '),
          actionDescription(node.action, now),
          actionIcon(node.action, isOverdue(node.action, now)),
          opens(node, commandIds.goToAction),
        );
    }
  }
}

function branch(label: string, description: string, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, Collapsed);
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  return item;
}

function leaf(
  label: string,
  description: string,
  icon: string | vscode.ThemeIcon,
  command?: vscode.Command,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, None);
  item.description = description;
  item.iconPath = typeof icon === 'string' ? new vscode.ThemeIcon(icon) : icon;
  if (command !== undefined) item.command = command;
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  return item;
}

function opens(node: PartNode, command: string): vscode.Command {
  return { command, title: t('Open'), arguments: [node] };
}
