import * as vscode from 'vscode';
import type { ReportContent, ReportDocument } from '../../core/kinds/incident-document';
import { milestonesOf } from '../../core/kinds/milestones';
import type { Conventions } from '../../core/model/conventions';
import { entryKinds, milestoneOf } from '../../core/model/entry-kind';
import { incidentStatuses } from '../../core/model/incident';
import type { Message } from '../../core/model/message';
import { instantOf } from '../../core/model/stamp';
import { formatAgo, formatDay, formatElapsed } from '../../core/model/time-text';
import type { TimelineEntry } from '../../core/model/timeline-entry';
import { type EntryReference, findEntry } from '../../core/operations/entry-reference';
import { describeRecorded, type RecordedTimes } from '../../core/operations/recorded-times';
import { impactSpans, type TimelineMark, timelineMarks } from '../../core/operations/timeline-marks';
import { type RowEntry, type TimelineRow, timelineRows } from '../../core/operations/timeline-rows';
import {
  type Banner,
  type FormView,
  type IncidentKey,
  type KindIcon,
  kindIcons,
  type Row,
} from '../../protocol/timeline-entry';
import { translate } from '../convert';
import { entryIcon } from '../views/icons';
import { richFromMarkdown } from './rich';

const { t } = vscode.l10n;
const minutesInDay = 24 * 60;

/** A report as the form needs it, read once a version of its text. */
export interface FormReport {
  readonly key: IncidentKey;
  readonly text: string;
  /** Without the entry that is edited, which stands in the form. */
  readonly document: ReportContent;
  /** All of it. */
  readonly whole: ReportDocument;
  readonly conventions: Conventions;
  /** When its entries were committed, where that is known by now. */
  readonly recorded?: RecordedTimes;
  /** The entry that is edited; it may be gone from the report by now. */
  readonly editing?: EntryReference;
  readonly entries: readonly FormEntry[];
  readonly rows: readonly TimelineRow<FormEntry>[];
  readonly impactStarted?: number;
}

export interface FormEntry extends RowEntry {
  /** Its number in the whole report. */
  readonly place: number;
  readonly mark: TimelineMark;
  /** Absent where it was recorded soon, or not committed. */
  readonly late?: Message;
}

export function formReport(
  key: IncidentKey,
  { whole, conventions, recorded }: Pick<FormReport, 'whole' | 'conventions' | 'recorded'>,
  editing: EntryReference | undefined,
): FormReport {
  const edited = editing === undefined ? undefined : findEntry(whole, editing)?.entry;
  const isOther = ({ span }: TimelineEntry) => span.start !== edited?.span.start;
  const others = { entries: whole.entries.filter(isOther), milestoneEntries: whole.milestoneEntries.filter(isOther) };
  const document: ReportContent = edited === undefined ? whole : { ...whole, ...others };
  const places = new Map(whole.entries.map((entry, place) => [entry, place]));
  const impactStarted = milestonesOf(document).get('impact started')?.at;
  const started = impactStarted === undefined ? {} : { impactStarted };
  const marks = timelineMarks(document);
  const text = whole.markdown.text;
  const entries = document.entries.map((entry, index): FormEntry => {
    const { id, stamp, kind, kindName, event, time, span } = entry;
    const written = { ...(id !== undefined && { id: id.text }), text: text.slice(span.start, span.end) };
    const late = describeRecorded(stamp, recorded?.of(written));
    return {
      kind: kind?.text ?? '',
      kindName,
      event: event.text,
      written: time.text,
      place: places.get(entry) ?? -1,
      mark: marks[index] ?? { kind: kindName, systems: [], hasActor: false },
      ...(id !== undefined && { id: id.text }),
      ...(stamp !== undefined && { stamp }),
      ...(late !== undefined && { late }),
    };
  });
  const rows = timelineRows(entries, { silence: conventions.silence, ...started });
  const known = { ...started, ...(editing && { editing }), ...(recorded && { recorded }) };
  return { key, text, document, whole, conventions, entries, rows, ...known };
}

export function formView(report: FormReport, now: number, banner: Banner | undefined): FormView {
  const { key, document, conventions, rows } = report;
  const severity = severityOf(report);
  return {
    incident: key,
    title: clip(document.title?.text || key.incident),
    status: statusOf(report, now),
    caption: captionOf(report),
    kinds: kindsOf(report),
    systems: unique([...document.systems, ...systemsOf(document), ...conventions.systems.map(({ name }) => name)]),
    actors: unique([document.commander ?? '', ...document.entries.flatMap(({ actors }) => actors)]),
    rows: rows.map(formRow),
    impact: impactSpans(document).slice(0, 200).map(clipNames),
    // The page takes whole minutes within bounds, whatever the conventions say.
    silence: Math.min(Math.max(Math.round(conventions.silence), 1), 1_000_000),
    ...(severity !== undefined && { severity }),
    ...(banner !== undefined && { banner }),
  };
}

export function formRow({ entry, lead, time, minutes }: TimelineRow<FormEntry>): Row {
  return {
    lead: lead.map(({ kind, text }) => ({ kind, text: translate(text) })),
    time: clip(time),
    relative: minutes === undefined ? '' : relativeTime(minutes),
    kind: clip(entry.kind),
    icon: iconOf(entry.kindName),
    milestone: milestoneOf(entry.kindName) !== undefined,
    text: richFromMarkdown(entry.event.slice(0, 10_000)),
    id: (entry.id ?? '').slice(0, 64),
    ...(entry.late !== undefined && { late: clip(translate(entry.late)) }),
    entry: entry.place,
    mark: { ...clipNames(entry.mark), kind: clip(entry.mark.kind) },
  };
}

function clipNames<T extends Pick<TimelineMark, 'systems'>>(member: T): T {
  return { ...member, systems: member.systems.slice(0, 50).map(clip) };
}

/** `+4 min`; from 1,000 min on in the unit that fits the column. */
function relativeTime(minutes: number): string {
  const sign = minutes === 0 ? '' : minutes < 0 ? '−' : '+';
  const length = Math.abs(minutes);
  if (length < 1_000) return `${sign}${length} min`;
  if (length < 3 * minutesInDay) return `${sign}${Math.floor(length / 60)} h`;
  return t('{sign}{count} days', { sign, count: Math.floor(length / minutesInDay) });
}

function statusOf({ document, impactStarted }: FormReport, now: number): string {
  const status = document.status ?? t('no status');
  if (impactStarted === undefined) return t('{status}, impact not recorded', { status });
  const duration = formatElapsed(impactStarted, now);
  return duration === undefined
    ? t('{status}, impact starts {when}', { status, when: formatAgo(impactStarted, now) })
    : t('{status}, impact started {duration} ago', { status, duration });
}

function severityOf({ document, conventions }: FormReport): FormView['severity'] {
  const name = document.severity?.text;
  if (!name) return undefined;
  const place = conventions.severities.findIndex((level) => level.name === name);
  return { name: clip(name), rank: place < 0 ? 4 : Math.min(place + 1, 4) };
}

function captionOf({ rows, impactStarted }: FormReport): string {
  const instants = rows.flatMap(({ entry }) => (entry.stamp === undefined ? [] : (instantOf(entry.stamp) ?? [])));
  const [first, last] = [instants[0], instants.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, until] = [formatDay(first, 0), formatDay(last, 0)];
  const days = from === until ? from : t('{from} to {until}', { from, until });
  return impactStarted === undefined
    ? t('{days}, UTC', { days })
    : t('{days}, UTC; minutes from impact started', { days });
}

function kindsOf({ conventions, whole, editing }: FormReport): FormView['kinds'] {
  const values = {
    severity: conventions.severities.map(({ name }) => name),
    status: [...incidentStatuses],
    role: [...conventions.roles],
  };
  const own = conventions.entryKinds.map(({ name }) => ({ name: clip(name), icon: iconOf(name) }));
  const builtIn = entryKinds.map(({ name, value }) => ({
    name,
    icon: iconOf(name),
    ...(value !== undefined && { values: values[value] }),
  }));
  const edited = editing === undefined ? undefined : findEntry(whole, editing)?.entry.kindName;
  const isKnown = edited === undefined || [...builtIn, ...own].some(({ name }) => name === edited);
  return [...builtIn, ...own, ...(isKnown ? [] : [{ name: clip(edited), icon: iconOf(edited) }])];
}

function systemsOf(document: ReportContent): readonly string[] {
  return [...document.entries.flatMap(({ systems }) => systems), ...document.impact.map(({ system }) => system)];
}

function iconOf(kind: string): KindIcon {
  const { id } = entryIcon(kind);
  return kindIcons.find((icon) => icon === id) ?? 'note';
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => clip(name.trim())))].filter((name) => name !== '').slice(0, 2_000);
}

/** The page takes no longer line. */
function clip(text: string): string {
  return text.slice(0, 1_000);
}
