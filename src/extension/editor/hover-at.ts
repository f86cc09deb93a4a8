import * as vscode from 'vscode';
import { hoverAt } from '../../core/kinds/completions';
import type { PostmortemDocument } from '../../core/kinds/incident-document';
import { formatDay } from '../../core/model/time-text';
import { describeRecorded, type RecordedTimes } from '../../core/operations/recorded-times';
import type { EntrySummary } from '../../core/workspace/incident-summary';
import { spanToRange, toMarkdownText, translate } from '../convert';
import type { Services } from '../services';
import { entryTooltip } from '../views/tooltips';
import { commitHover } from './commit-hover';
import type { OpenIncidentDocument } from './open-documents';
import { placesOf } from './places';
import { timelineHover } from './timeline-hovers';

const { t } = vscode.l10n;
const idPattern = /\bE\d{1,6}[a-z]?\b/;
const analysisIdPattern = /\b[A-Z]{1,3}\d{1,6}[a-z]?\b/;

/** What stands in a report or postmortem at a place: commit, time, kind, id, key. */
export function hoverOf(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | Promise<vscode.Hover> | undefined {
  const open = services.documents.get(document);
  if (open === undefined) return undefined;
  const { incident } = open;
  const commit =
    incident.kind === 'postmortem' ? commitHover(services, open, incident, document.offsetAt(position)) : undefined;
  const analysed = incident.kind === 'postmortem' ? analysisHover(services, open, incident, position) : undefined;
  const timed = incident.kind === 'incident-report' ? timelineHover(services, open, incident, position) : undefined;
  return (
    commit ?? timed ?? entryHover(services, open, position) ?? analysed ?? schemaHover(services, document, position)
  );
}

/** An entry's id, in the report or where the postmortem cites it. */
function entryHover(
  services: Services,
  { document, folder, path, incident }: OpenIncidentDocument,
  position: vscode.Position,
): Promise<vscode.Hover> | undefined {
  const range = document.getWordRangeAtPosition(position, idPattern);
  if (range === undefined) return undefined;
  const id = document.getText(range);
  const own = folder.index.incidentOf(path);
  const covered = incident.kind === 'postmortem' ? incident.reports.map((one) => folder.index.incident(one)) : [];
  for (const candidate of [own, ...covered]) {
    const report = candidate?.report;
    const entry = report?.entries.find((one) => one.id === id);
    if (report === undefined || entry === undefined) continue;
    const tooltip = entryTooltip(entry, services.timeZone(folder.conventions));
    return withRecordedTime(tooltip, entry, folder.recorded.of(folder.uriOf(report.path))).then(
      (shown) => new vscode.Hover(shown, range),
    );
  }
  return undefined;
}

/** An entry that was committed long after its time says so. */
async function withRecordedTime(
  tooltip: vscode.MarkdownString,
  { id, stamp }: EntrySummary,
  times: Promise<RecordedTimes | undefined>,
): Promise<vscode.MarkdownString> {
  const recorded = (await times)?.of({ ...(id !== undefined && { id }) });
  const late = describeRecorded(stamp, recorded);
  return late === undefined ? tooltip : tooltip.appendMarkdown(`  \n${toMarkdownText(translate(late))}`);
}

/** The id of a cause, a control or an action, wherever the postmortem names it. */
function analysisHover(
  services: Services,
  { document }: OpenIncidentDocument,
  { causes, controls, actions }: PostmortemDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const range = document.getWordRangeAtPosition(position, analysisIdPattern);
  if (range === undefined) return undefined;
  const id = document.getText(range);
  const cause = causes.find((one) => one.id === id);
  if (cause !== undefined) return factHover(range, [cause.title, cause.role?.text, countCommits(cause.commits.length)]);
  const control = controls.find((one) => one.id === id);
  if (control !== undefined) return factHover(range, [control.title, control.expected?.text, control.observed?.text]);
  const action = actions.find((one) => one.id?.text === id);
  if (action === undefined) return undefined;
  const owner = t('Owner: {name}', { name: action.owner?.text ?? t('no owner') });
  const due = action.due?.text;
  const when = due === undefined ? t('no due date') : t('Due: {date}', { date: formatDay(due, services.now()) });
  return factHover(range, [action.action.text, owner, when, action.status?.text]);
}

function countCommits(count: number): string {
  if (count === 0) return t('no commit linked');
  return count === 1 ? t('1 commit') : t('{count} commits', { count });
}

/** The first line bold, what is not written left out. */
function factHover(range: vscode.Range, [first = '', ...rest]: readonly (string | undefined)[]): vscode.Hover {
  const lines = rest.flatMap((line) => (line === undefined || line === '' ? [] : [toMarkdownText(line)]));
  return new vscode.Hover(new vscode.MarkdownString([`**${toMarkdownText(first)}**`, ...lines].join('  \n')), range);
}

/** Keys and values of front matter and of `.incidents.yml`, as the schema describes them. */
/** A key or value of front matter or of `.incidents.yml`. */
export function schemaHover(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const places = placesOf(services, document);
  if (places === undefined) return undefined;
  const { folder, context } = places;
  const found = hoverAt(document.getText(), document.offsetAt(position), folder.conventions, context);
  if (found === undefined) return undefined;
  return new vscode.Hover(new vscode.MarkdownString(found.text), spanToRange(document, found.span));
}
