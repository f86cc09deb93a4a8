import * as vscode from 'vscode';
import type { ReportDocument } from '../../core/kinds/incident-document';
import type { Conventions } from '../../core/model/conventions';
import { entryKinds } from '../../core/model/entry-kind';
import { type Message, message } from '../../core/model/message';
import { instantOf } from '../../core/model/stamp';
import { formatClock } from '../../core/model/time-text';
import { type EntryDraft, entryPlaceIn } from '../../core/operations/add-timeline-entry';
import { findCausalWord } from '../../core/operations/find-causal-word';
import { type LogLineContext, parseLogLine } from '../../core/operations/parse-log-line';
import { translate } from '../convert';
import { entryIcon } from '../views/icons';

const { t } = vscode.l10n;

export interface LineItem extends vscode.QuickPickItem {
  /** What Enter does with it; nothing where the line cannot be saved yet. */
  readonly choice?: EntryDraft | 'form' | { readonly complete: string };
}

/** What is offered for a line: what it would be saved as, completions of its last token, the form. */
export function lineItems(line: string, report: ReportDocument, context: LogLineContext): readonly LineItem[] {
  const form: LineItem = { label: t('Open the form instead'), alwaysShow: true, choice: 'form' };
  if (line.trim() === '') return [{ label: t('Type what was observed. Enter saves.'), alwaysShow: true }, form];
  const kinds = kindItems(line, context.conventions.entryKinds);
  const whole = parseLogLine(line, context);
  // A kind that is still being typed is left out of the preview, and Enter completes it before anything is saved.
  const isOpen = 'problem' in whole && kinds.length > 0;
  const read = isOpen ? parseLogLine(line.slice(0, line.lastIndexOf('#')), context) : whole;
  const others = [...peopleItems(line, report), ...systemItems(line, report, context.conventions)];
  if ('problem' in read) return [{ label: translate(read.problem), alwaysShow: true }, ...kinds, ...others, form];
  const item = draftItem(read.draft, report, context);
  const completion = isOpen ? kinds[0]?.choice : undefined;
  return [completion === undefined ? item : { ...item, choice: completion }, ...kinds, ...others];
}

/** What is said of a line that could not be saved; Enter tries again. */
export function notSavedItem(draft: EntryDraft, say: Message): LineItem {
  return { label: translate(say), iconPath: new vscode.ThemeIcon('warning'), alwaysShow: true, choice: draft };
}

export const readOnlyReport: Message = message('The report is read-only. Nothing was written.');

/** `14:05Z`; nothing where the time is not known. */
export function timeOf({ stamp }: EntryDraft, withSeconds = false): string | undefined {
  const at = instantOf(stamp);
  return at === undefined
    ? undefined
    : formatClock(at, { seconds: withSeconds && 'seconds' in stamp && stamp.seconds });
}

function draftItem(draft: EntryDraft, report: ReportDocument, { conventions }: LogLineContext): LineItem {
  const { id, after } = entryPlaceIn(report, draft.stamp);
  const links = draft.evidence.length;
  const place =
    after === undefined ? t('Enter adds it as {id}', { id }) : t('Enter adds it as {id}, after {after}', { id, after });
  const cue = findCausalWord(draft.event, conventions);
  const counted = links === 0 ? '' : links === 1 ? t('1 link') : t('{count} links', { count: links });
  return {
    label: ['$(check)', timeOf(draft, true) ?? t('time unknown'), '', draft.event].join(' '),
    description: [draft.kind, ...draft.actors, counted].filter(Boolean).join(', '),
    detail: cue === undefined ? place : t('"{cue}" gives a cause; it can move to the postmortem later', { cue }),
    alwaysShow: true,
    choice: draft,
  };
}

/** Kinds that fit the open `#token` at the line's end. */
function kindItems(
  line: string,
  own: readonly { readonly name: string; readonly definition: string }[],
): readonly LineItem[] {
  const token = /#([\p{L} -]*)$/u.exec(line)?.[1];
  if (token === undefined) return [];
  const before = line.slice(0, line.length - token.length);
  return [...entryKinds, ...own]
    .filter(({ name }) => name.startsWith(token) && name !== token)
    .map(({ name, definition }) => ({
      label: `#${name}`,
      description: definition,
      iconPath: entryIcon(name),
      alwaysShow: true,
      choice: { complete: `${before}${name} ` },
    }));
}

/** Who is named in the report so far, for the open `@token` at the line's end. */
function peopleItems(line: string, { commander, entries }: ReportDocument): readonly LineItem[] {
  const token = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(line)?.[1];
  if (token === undefined) return [];
  const people = new Set([...(commander === undefined ? [] : [commander]), ...entries.flatMap(({ actors }) => actors)]);
  return [...people]
    .map((name) => name.replace(/^@/, ''))
    .filter((name) => isStartOf(token, name) && !/\s/.test(name))
    .slice(0, mostCompletions)
    .map((name) => completion(line, { token, name, label: `@${name}`, icon: 'account' }));
}

/** Systems of the team and of the report, for the word at the line's end once two letters of it stand there. */
function systemItems(line: string, report: ReportDocument, conventions: Conventions): readonly LineItem[] {
  const token = /(?:^|\s)([\p{L}\p{N}][\p{L}\p{N}._-]+)$/u.exec(line)?.[1];
  if (token === undefined) return [];
  const systems = new Set([...conventions.systems.map(({ name }) => name), ...report.systems]);
  return [...systems]
    .filter((name) => isStartOf(token, name))
    .slice(0, mostCompletions)
    .map((name) => completion(line, { token, name, label: name, icon: 'server' }));
}

const mostCompletions = 8;

function isStartOf(token: string, name: string): boolean {
  return name.length > token.length && name.toLowerCase().startsWith(token.toLowerCase());
}

function completion(
  line: string,
  { token, name, label, icon }: { token: string; name: string; label: string; icon: string },
): LineItem {
  const complete = `${line.slice(0, line.length - token.length)}${name} `;
  return { label, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true, choice: { complete } };
}
