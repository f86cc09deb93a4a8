import * as vscode from 'vscode';
import type { PostmortemDocument } from '../../core/kinds/incident-document';
import type { Cause, CommitCitation, PullRequestCitation } from '../../core/model/cause';
import { type CommitDetails, type CommitLookup, citationKey } from '../../core/model/commit';
import {
  type CitationAction,
  citationAction,
  describeCitation,
  describeFirstTag,
  describePullRequest,
  describeRevert,
  mainCitation,
} from '../../core/operations/describe-citation';
import { commandIds } from '../contributions';
import { translate } from '../convert';
import { exactStart } from '../views/words';
import type { Lens } from './lens';
import { citedKeys, type OpenIncidentDocument } from './open-documents';

const { t } = vscode.l10n;
const mostCommits = 4;

/** Over each cause its commits, at once with what is known by now; what is asked of git follows. */
export function causeLenses(open: OpenIncidentDocument, postmortem: PostmortemDocument, now: number): readonly Lens[] {
  const { commits } = open.folder;
  const lookups = commits.get(citedKeys(postmortem));
  const known: Known = {
    lookups,
    details: (citation) => commits.details(citationKey(citation)),
    impactStarted: impactStart(open, postmortem),
    now,
  };
  return [
    ...sectionLenses(open, postmortem),
    ...postmortem.causes.flatMap((cause) => lensesOfCause(open, cause, known)),
  ];
}

interface Known {
  readonly lookups: ReadonlyMap<string, CommitLookup>;
  readonly details: (citation: CommitCitation) => CommitDetails | undefined;
  /** ms since the epoch. */
  readonly impactStarted: number | undefined;
  /** ms since the epoch. */
  readonly now: number;
}

/** As many for a text as ever, whatever is known of its commits: a line that grows or shrinks is felt. */
function lensesOfCause({ document: { uri } }: OpenIncidentDocument, cause: Cause, known: Known): readonly Lens[] {
  const at = cause.heading.start;
  const cited = [...cause.commits, ...cause.pullRequests].sort((a, b) => a.span.start - b.span.start);
  if (cited.length === 0) {
    const link = { id: commandIds.linkCommit, arguments: [uri, cause.id] };
    return [{ at, title: t('no commit linked'), command: link }, ...suspectLens(uri, cause)];
  }
  const shown = cited.length > mostCommits ? cited.slice(0, mostCommits - 1) : cited;
  const lenses = shown.map((citation): Lens => ({ at, ...lensOf(uri, citation, known) }));
  const rest = cited.length - shown.length;
  const more = { title: t('{count} more commits', { count: rest }), id: commandIds.showChanges };
  return [
    ...lenses,
    ...(rest === 0 ? [] : [{ at, title: more.title, command: { id: more.id, arguments: [uri, cause.id] } }]),
    ...(vscode.workspace.isTrusted ? secondSet(uri, cause, known) : []),
    ...suspectLens(uri, cause),
  ];
}

function suspectLens(uri: vscode.Uri, { id, heading }: Cause): readonly Lens[] {
  if (!vscode.workspace.isTrusted) return [];
  const command = { id: commandIds.findSuspects, arguments: [uri, id] };
  return [{ at: heading.start, title: t('find suspects'), command }];
}

type LensWords = Omit<Lens, 'at'>;

function lensOf(uri: vscode.Uri, citation: CommitCitation | PullRequestCitation, known: Known): LensWords {
  if (!('hash' in citation)) {
    return {
      title: translate(describePullRequest(citation)),
      ...withCommand(uri, { kind: 'open-url', url: citation.url }),
    };
  }
  const lookup = known.lookups.get(citationKey(citation));
  const said = translate(describeCitation(citation, lookup, known.impactStarted, known.now));
  const revert = known.details(citation)?.fate?.revertedBy;
  if (lookup?.state !== 'found' || revert === undefined) {
    const command = withCommand(uri, citationAction(citation, lookup), citationKey(citation));
    return { title: said, ...command, isProvisional: isOpen(lookup) };
  }
  const key = citationKey({ ...citation, hash: revert.hash });
  const title = t('{commit}, {revert}', { commit: said, revert: translate(describeRevert(revert, known.now)) });
  return { title, ...withCommand(uri, { kind: 'show-changes', key }) };
}

/** While a hash is typed most of what stands there names no commit, or more than one. */
function isOpen(lookup: CommitLookup | undefined): boolean {
  return lookup === undefined || ['busy', 'unknown', 'ambiguous'].includes(lookup.state);
}

/** Of the commit that the cause is about: its lines today, and its release. */
function secondSet(uri: vscode.Uri, { id, heading, commits }: Cause, known: Known): readonly Lens[] {
  const citation = mainCitation(commits);
  if (citation === undefined) return [];
  const isFound = known.lookups.get(citationKey(citation))?.state === 'found';
  const fate = known.details(citation)?.fate;
  const lines = { id: commandIds.showLines, arguments: [uri, id, citationKey(citation)] };
  const at = heading.start;
  return [
    { at, title: t('lines then and now'), isProvisional: !isFound, ...(isFound && { command: lines }) },
    { at, title: translate(describeFirstTag(fate)), isProvisional: fate === undefined },
  ];
}

function withCommand(uri: vscode.Uri, action: CitationAction, key = ''): Pick<Lens, 'command'> {
  const command = commandOf(uri, action, key);
  return command === undefined ? {} : { command };
}

function commandOf(uri: vscode.Uri, action: CitationAction, key: string): Lens['command'] {
  switch (action.kind) {
    case 'show-changes':
      return { id: commandIds.showChanges, arguments: [uri, action.key] };
    case 'pick-commit':
      return { id: commandIds.chooseCommit, arguments: [uri, key, action.candidates] };
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

function sectionLenses({ document }: OpenIncidentDocument, { causes, sections }: PostmortemDocument): readonly Lens[] {
  const section = sections.find(({ name }) => name === 'Root causes and contributing factors');
  if (section === undefined || causes.length === 0) return [];
  const without = causes.filter(({ commits, pullRequests }) => commits.length + pullRequests.length === 0).length;
  const counted = causes.length === 1 ? t('1 cause') : t('{count} causes', { count: causes.length });
  const title = without === 0 ? counted : t('{causes}, {count} without a commit', { causes: counted, count: without });
  const link = { id: commandIds.linkCommit, arguments: [document.uri, null] };
  const at = section.span.start;
  return [
    { at, title },
    { at, title: t('link commit'), command: link },
  ];
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
