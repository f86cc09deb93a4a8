import * as vscode from 'vscode';
import type { PostmortemDocument } from '../../core/kinds/incident-document';
import type { Cause, CommitCitation } from '../../core/model/cause';
import { type CommitLookup, citationKey } from '../../core/model/commit';
import { citationAction, describeCitation } from '../../core/operations/describe-citation';
import { commandIds } from '../contributions';
import { translate } from '../convert';
import { exactStart } from '../views/words';
import type { Lens } from './lens';
import { citedKeys, type OpenIncidentDocument } from './open-documents';

const { t } = vscode.l10n;
const mostCommits = 4;

/** Over each cause its commits, at once with what is known by now; what is asked of git follows. */
export function causeLenses(open: OpenIncidentDocument, postmortem: PostmortemDocument, now: number): readonly Lens[] {
  const lookups = open.folder.commits.get(citedKeys(postmortem));
  const impactStarted = impactStart(open, postmortem);
  const { causes } = postmortem;
  return [
    ...sectionLens(postmortem),
    ...causes.flatMap((cause) => lensesOfCause(open, cause, { lookups, impactStarted, now })),
  ];
}

interface Known {
  readonly lookups: ReadonlyMap<string, CommitLookup>;
  /** ms since the epoch. */
  readonly impactStarted: number | undefined;
  /** ms since the epoch. */
  readonly now: number;
}

function lensesOfCause({ document }: OpenIncidentDocument, cause: Cause, known: Known): readonly Lens[] {
  const at = cause.heading.start;
  if (cause.commits.length === 0) return [{ at, title: t('no commit linked') }];
  const shown = cause.commits.length > mostCommits ? cause.commits.slice(0, mostCommits - 1) : cause.commits;
  const rest = cause.commits.length - shown.length;
  const lenses = shown.map((citation): Lens => {
    const lookup = known.lookups.get(citationKey(citation));
    const title = translate(describeCitation(citation, lookup, known.impactStarted, known.now));
    const command = commandOf(document.uri, citation, lookup);
    return command === undefined ? { at, title } : { at, title, command };
  });
  if (rest === 0) return lenses;
  const command = { id: commandIds.showChanges, arguments: [document.uri, cause.id] };
  return [...lenses, { at, title: t('{count} more commits', { count: rest }), command }];
}

function commandOf(uri: vscode.Uri, citation: CommitCitation, lookup: CommitLookup | undefined): Lens['command'] {
  const action = citationAction(citation, lookup);
  switch (action.kind) {
    case 'show-changes':
      return { id: commandIds.showChanges, arguments: [uri, action.key] };
    case 'pick-commit':
      return { id: commandIds.chooseCommit, arguments: [uri, citationKey(citation), action.candidates] };
    case 'manage-trust':
      return { id: 'workbench.trust.manage', arguments: [] };
    case 'copy-unshallow':
      return { id: commandIds.copyText, arguments: [action.text] };
    case 'open-url':
      return { id: 'vscode.open', arguments: [vscode.Uri.parse(action.url)] };
    case 'none':
      return undefined;
  }
}

function sectionLens({ causes, sections }: PostmortemDocument): readonly Lens[] {
  const section = sections.find(({ name }) => name === 'Root causes and contributing factors');
  if (section === undefined || causes.length === 0) return [];
  const without = causes.filter(({ commits }) => commits.length === 0).length;
  const counted = causes.length === 1 ? t('1 cause') : t('{count} causes', { count: causes.length });
  const title = without === 0 ? counted : t('{causes}, {count} without a commit', { causes: counted, count: without });
  return [{ at: section.span.start, title }];
}

/** Of the first report that has one; a postmortem may cover several. */
export function impactStart({ folder }: OpenIncidentDocument, { reports }: PostmortemDocument): number | undefined {
  for (const id of reports) {
    const report = folder.index.incident(id)?.report;
    const started = report === undefined ? undefined : exactStart(report);
    if (started !== undefined) return started;
  }
  return undefined;
}
