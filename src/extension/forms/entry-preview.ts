import * as vscode from 'vscode';
import { milestoneOf } from '../../core/model/entry-kind';
import { instantOf, type Stamp } from '../../core/model/stamp';
import { formatAgo, formatClock, formatDuration, formatInZone, formatUtc } from '../../core/model/time-text';
import { entryPlaceIn } from '../../core/operations/add-timeline-entry';
import { checkEvent } from '../../core/operations/check-event';
import { describeKind } from '../../core/operations/describe-kind';
import { type EntryTime, readEntryTime } from '../../core/operations/read-entry-time';
import { type RowEntry, timelineRows } from '../../core/operations/timeline-rows';
import type { EntryFields, EntryPreview, FormFinding, Rich } from '../../protocol/timeline-entry';
import { draftOf } from './entry-fields';
import { type FormEntry, type FormReport, formRow } from './entry-view';
import { joinRich, richFromMarkdown, richMessage } from './rich';

const { t } = vscode.l10n;
const minute = 60_000;
const day = 24 * 60 * minute;

export interface PreviewContext {
  readonly now: number;
  readonly timeZone: string;
}

/** What the fields come to: the time they name, what the rules say, where the row would stand. */
export function entryPreview(
  report: FormReport,
  fields: EntryFields,
  context: PreviewContext & { readonly sequence: number },
): EntryPreview {
  const time = timeOf(fields, context);
  const stamp = 'stamp' in time ? time.stamp : undefined;
  const kind = { kind: fields.kind, ...(stamp !== undefined && { stamp }) };
  const until = untilOf(fields, time);
  const placed = stamp === undefined ? undefined : placedEntry(report, fields, stamp);
  return {
    sequence: context.sequence,
    time: {
      state: 'stamp' in time || time.field === 'until' ? 'read' : 'unread',
      lines: timeLines(report, time, context),
      relative: 'stamp' in time && time.isRelative && fields.anchor === undefined,
    },
    kindHelp: joinRich(
      describeKind(kind, report.document, report.conventions).map((one) => richMessage(one, ['milestone'])),
    ),
    findings: findingsOf(report, fields.event),
    place: placed?.place ?? (report.editing === undefined ? '' : editingWords(report.editing.id)),
    ...(until !== undefined && { until }),
    ...(placed?.entry !== undefined && { entry: withText(placed.entry, fields) }),
  };
}

/** Relative times count from where the clock stopped. */
export function timeOf(fields: EntryFields, { now, timeZone }: PreviewContext): EntryTime {
  return readEntryTime(fields, { now: fields.anchor ?? now, timeZone });
}

function timeLines(report: FormReport, time: EntryTime, context: PreviewContext): readonly Rich[] {
  if (!('stamp' in time)) return time.field === 'until' ? [] : [richMessage(time.problem)];
  const { stamp } = time;
  const at = instantOf(stamp);
  if (at === undefined) return [[boundWords(stamp)]];
  const seconds = 'seconds' in stamp && stamp.seconds;
  const utc = { strong: utcWords(stamp, at) };
  const zone = formatInZone(at, context.timeZone, { seconds });
  const note = noteOf(report, time, at, context.now);
  if (note !== undefined) return [[utc, `, ${zone}`], note];
  return [[utc, `, ${formatAgo(at, context.now)}`], [zone]];
}

function utcWords(stamp: Stamp, at: number): string {
  if (stamp.kind === 'range') {
    const { from, until, seconds } = stamp;
    const isSameDay = formatUtc(from).slice(0, 10) === formatUtc(until).slice(0, 10);
    const end = isSameDay ? formatUtc(until, { seconds }).slice(11) : formatUtc(until, { seconds });
    return t('{from} to {until}', { from: formatUtc(from, { seconds }).slice(0, -4), until: end });
  }
  const time = formatUtc(at, { seconds: 'seconds' in stamp && stamp.seconds });
  return stamp.kind === 'about' ? t('about {time}', { time }) : time;
}

function boundWords(stamp: Stamp): string {
  if (stamp.kind === 'after') return t('After {entry}, time unknown', { entry: stamp.entry });
  if (stamp.kind === 'before') return t('Before {entry}, time unknown', { entry: stamp.entry });
  return t('Time unknown');
}

/** What is worth a second look, else in an empty report what else may be typed. */
function noteOf(
  report: FormReport,
  time: Extract<EntryTime, { stamp: Stamp }>,
  at: number,
  now: number,
): Rich | undefined {
  const [note] = time.notes;
  if (note !== undefined) return richMessage(note);
  if (at > now + minute) {
    return [t('In {duration}. Is the date right?', { duration: formatAgo(at, now).replace(/^in /, '') })];
  }
  const instants = report.entries.flatMap(({ stamp }) => (stamp === undefined ? [] : (instantOf(stamp) ?? [])));
  if (instants.length === 0) return report.rows.length === 0 ? otherForms() : undefined;
  const first = Math.min(...instants.slice(0, 20_000));
  if (at < first - day) {
    return [t('{duration} before the first entry. Is the date right?', { duration: wholeDays(first - at) })];
  }
  return undefined;
}

function wholeDays(ms: number): string {
  return formatDuration(Math.floor(ms / day) * day);
}

function otherForms(): Rich {
  const forms = ['-20m', '14:05', t('yesterday 23:50')];
  const listed = forms.flatMap((code, index) => (index === 0 ? [{ code }] : [', ', { code }]));
  return [`${t('Also')} `, ...listed, `, ${t('a pasted log line')}`];
}

function untilOf(fields: EntryFields, time: EntryTime): EntryPreview['until'] {
  if (fields.precision !== 'range') return undefined;
  if ('stamp' in time) {
    const text = time.stamp.kind === 'range' ? [formatClock(time.stamp.until, time.stamp)] : [];
    return { state: 'read', text };
  }
  return time.field === 'until' ? { state: 'unread', text: richMessage(time.problem) } : { state: 'read', text: [] };
}

function findingsOf({ document, conventions }: FormReport, event: string): readonly FormFinding[] {
  return checkEvent(event, document.status, conventions)
    .slice(0, 100)
    .map(({ span, severity, message, fixes }) => ({
      ...span,
      severity,
      message: richMessage(message, 'quoted'),
      movable: fixes?.some(({ kind }) => kind === 'move-to-postmortem') ?? false,
    }));
}

function placeOf(report: FormReport, stamp: Stamp): string {
  if (report.editing !== undefined) return editingWords(report.editing.id);
  const { id, after } = entryPlaceIn(report.whole, stamp);
  if (after !== undefined) return t('Goes in as {id}, after {after}', { id, after });
  const first = report.rows[0]?.entry.id;
  if (report.rows.length === 0) return t('Goes in as {id}, the first entry', { id });
  return first === undefined ? t('Goes in as {id}', { id }) : t('Goes in as {id}, before {first}', { id, first });
}

function editingWords(id: string | undefined): string {
  return id === undefined ? t('Editing an entry without an id') : t('Editing {id}', { id });
}

interface PlacedEntry {
  readonly key: string;
  readonly place: string;
  readonly entry: EntryPreview['entry'];
}

/** The last answer for each report: typing the event does not move the entry. */
const lastPlaces = new WeakMap<FormReport, PlacedEntry>();

function placedEntry(report: FormReport, fields: EntryFields, stamp: Stamp): PlacedEntry {
  const key = JSON.stringify([stamp, fields.kind, fields.systems, fields.actor]);
  const known = lastPlaces.get(report);
  if (known?.key === key) return known;
  const placed = { key, place: placeOf(report, stamp), entry: newRow(report, fields, stamp) };
  lastPlaces.set(report, placed);
  return placed;
}

function withText(entry: NonNullable<EntryPreview['entry']>, { event, kind, value }: EntryFields) {
  const row = { ...entry.row, kind: [kind, value].filter(Boolean).join(' '), text: richFromMarkdown(event) };
  return { ...entry, row };
}

/** The row among the others, and what then stands above the one that follows. */
function newRow(report: FormReport, fields: EntryFields, stamp: Stamp): EntryPreview['entry'] {
  const isNew: FormEntry = {
    kind: fields.kind,
    kindName: fields.kind,
    event: '',
    written: '',
    stamp,
    place: -1,
    mark: markOf(fields, stamp),
  };
  const { silence } = report.conventions;
  const started = impactStartedWith(report, isNew);
  const rows = timelineRows([...report.entries, isNew], {
    silence,
    ...(started !== undefined && { impactStarted: started }),
  });
  const index = rows.findIndex(({ entry }) => entry === isNew);
  const row = rows[index];
  if (row === undefined) return undefined;
  const next = rows[index + 1];
  return {
    index,
    row: { ...formRow(row), id: report.editing === undefined ? t('new') : t('editing') },
    nextLead: next === undefined ? [] : formRow(next).lead,
  };
}

function markOf(fields: EntryFields, stamp: Stamp): FormEntry['mark'] {
  const { kind, systems, actors } = draftOf(fields, stamp);
  const milestone = milestoneOf(kind);
  return { kind, stamp, systems, hasActor: actors.length > 0, ...(milestone !== undefined && { milestone }) };
}

/** The first entry of its kind is where the minutes begin, also while it is being typed. */
function impactStartedWith({ impactStarted }: FormReport, { kindName, stamp }: RowEntry): number | undefined {
  if (impactStarted !== undefined || kindName !== 'impact started' || stamp === undefined) return impactStarted;
  return instantOf(stamp);
}
