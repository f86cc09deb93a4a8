import * as vscode from 'vscode';
import type { PostmortemDocument } from '../../core/kinds/incident-document';
import type { CommitCitation, PullRequestCitation } from '../../core/model/cause';
import { type ChangedFile, type Commit, type CommitDetails, citationKey } from '../../core/model/commit';
import { formatDuration, formatUtc } from '../../core/model/time-text';
import { citedBy } from '../../core/operations/cited-by';
import {
  describeCitation,
  describeFirstTag,
  describePullRequest,
  describeRevert,
  oneLine,
} from '../../core/operations/describe-citation';
import { commandIds } from '../contributions';
import { spanToRange, toMarkdownText, translate } from '../convert';
import type { Services } from '../services';
import { impactStart } from './cause-lenses';
import type { OpenIncidentDocument } from './open-documents';

const { t } = vscode.l10n;
const mostFiles = 2;
const mostCitations = 3;

/** What is known of the commit or pull request that a cause cites at a place. */
export function commitHover(
  services: Services,
  open: OpenIncidentDocument,
  postmortem: PostmortemDocument,
  offset: number,
): vscode.Hover | undefined {
  const citation = citationAt(postmortem, offset);
  if (citation === undefined) return undefined;
  const range = spanToRange(open.document, citation.span);
  if (!('hash' in citation)) return sentence(range, translate(describePullRequest(citation)));
  const { commits } = open.folder;
  const key = citationKey(citation);
  const lookup = commits.get([key]).get(key);
  if (lookup?.state !== 'found') return sentence(range, translate(describeCitation(citation, lookup)));
  const { commit } = lookup;
  const details = commits.details(key);
  const lines = [
    `**${commit.hash.slice(0, 12)}** ${toMarkdownText(oneLine(commit.subject))}`,
    toMarkdownText(aboutLine(commit, impactStart(open, postmortem))),
    ...(details?.files === undefined ? [] : [toMarkdownText(filesLine(details.files))]),
    ...(details?.fate === undefined ? [] : [toMarkdownText(fateLine(details, services.now()))]),
    ...citedBy(open.folder.index.incidents(), commit.hash, citation.repository).slice(0, mostCitations).map(citedLine),
    links(open.document.uri, key, commit, details?.url ?? citation.url),
  ];
  const markdown = new vscode.MarkdownString(lines.join('  \n'));
  markdown.isTrusted = { enabledCommands: [commandIds.showChanges, commandIds.copyText] };
  return new vscode.Hover(markdown, range);
}

/** The citation under the cursor. */
export function citationAt(
  { causes }: PostmortemDocument,
  offset: number,
): CommitCitation | PullRequestCitation | undefined {
  return causes
    .flatMap(({ commits, pullRequests }) => [...commits, ...pullRequests])
    .find(({ span }) => span.start <= offset && offset <= span.end);
}

function sentence(range: vscode.Range, text: string): vscode.Hover {
  return new vscode.Hover(new vscode.MarkdownString(toMarkdownText(text)), range);
}

function aboutLine({ author, committed }: Commit, impactStarted: number | undefined): string {
  const values = { author, time: formatUtc(committed) };
  if (impactStarted === undefined) return t('{author}, {time}', values);
  const duration = formatDuration(impactStarted - committed);
  return committed > impactStarted
    ? t('{author}, {time}, {duration} after impact started', { ...values, duration })
    : t('{author}, {time}, {duration} before impact', { ...values, duration });
}

/** `4 files, +31 −12: pool.ts, retry.ts, 2 more` */
function filesLine(files: readonly ChangedFile[]): string {
  if (files.length === 0) return t('No file changed');
  const sum = (count: (file: ChangedFile) => number | undefined) =>
    files.reduce((total, file) => total + (count(file) ?? 0), 0);
  const most = files.length === mostFiles + 1 ? mostFiles + 1 : mostFiles;
  const names = files.slice(0, most).map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const rest = files.length - names.length;
  const values = {
    added: sum(({ added }) => added),
    removed: sum(({ removed }) => removed),
    names: (rest > 0 ? [...names, t('{count} more', { count: rest })] : names).join(', '),
  };
  return files.length === 1
    ? t('1 file, +{added} −{removed}: {names}', values)
    : t('{count} files, +{added} −{removed}: {names}', { ...values, count: files.length });
}

function fateLine({ fate }: CommitDetails, now: number): string {
  const revert = fate?.revertedBy;
  const reverted = revert === undefined ? t('Not reverted') : translate(describeRevert(revert, now));
  return [translate(describeFirstTag(fate)), reverted].map((part) => `${capitalised(part)}.`).join(' ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function citedLine({ causeId, title }: { readonly causeId: string; readonly title: string }): string {
  return toMarkdownText(t('Cited by {cause} in {title}', { cause: causeId, title }));
}

function links(uri: vscode.Uri, key: string, { hash }: Commit, url: string | undefined): string {
  const command = (id: string, ...args: readonly unknown[]) =>
    `command:${id}?${encodeURIComponent(JSON.stringify(args))}`;
  return [
    `[${t('Show changes')}](${command(commandIds.showChanges, uri.toString(), key)})`,
    ...(url === undefined ? [] : [`[${t('Open in browser')}](${vscode.Uri.parse(url).toString()})`]),
    `[${t('Copy hash')}](${command(commandIds.copyText, hash)})`,
  ].join(' · ');
}
