import * as vscode from 'vscode';
import { instantOf } from '../../core/model/stamp';
import { formatClock, formatUtc, utcDate } from '../../core/model/time-text';
import type { EntryDraft } from '../../core/operations/entry-draft';
import { type EntryFields, freshFields } from '../../protocol/timeline-entry';

const { t } = vscode.l10n;

/** Whether anything stands in a form for a new entry that would be missed. */
export function isWorthKeeping({ event, value, evidence, pending, time, kind, precision }: EntryFields): boolean {
  const hasText = [event, value, pending].some((text) => text !== '') || evidence.length > 0;
  return hasText || time !== freshFields.time || kind !== freshFields.kind || precision !== freshFields.precision;
}

/** When a draft was typed last: `14:20Z`, with the day where it is another one. */
export function draftTime(at: number, now: number): string {
  const day = utcDate(at) === utcDate(now) ? '' : `${utcDate(at)} `;
  return `${day}${formatClock(at)}`;
}

/** `Saved E1435, 14:35:20 UTC.` */
export function savedWords(id: string, { stamp }: Pick<EntryDraft, 'stamp'>): string {
  const at = instantOf(stamp);
  if (id === '') return t('Saved.');
  if (at === undefined) return t('Saved {id}.', { id });
  const time = formatUtc(at, { seconds: 'seconds' in stamp && stamp.seconds }).slice(11);
  return t('Saved {id}, {time}.', { id, time });
}
