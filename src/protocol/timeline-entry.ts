import { attachedMessage, attachMessage } from './attached-file';
import { type Infer, list, number, object, oneOf, optional, text, union } from './parse';

/** How precisely the time is known; the words are those of the form. */
export const precisions = ['exact', 'about', 'range', 'unknown', 'after entry', 'before entry'] as const;
export type Precision = (typeof precisions)[number];

/** Icons of the sprite that a message may name. */
export const kindIcons = [
  'account',
  'arrow-up',
  'bell',
  'comment',
  'flag',
  'megaphone',
  'milestone',
  'note',
  'pulse',
  'rocket',
  'search',
  'tag',
  'tasklist',
  'tools',
] as const;
export type KindIcon = (typeof kindIcons)[number];

export const bannerActions = ['copy', 'retry', 'open', 'show-change', 'save-mine', 'take-theirs'] as const;
export type BannerAction = (typeof bannerActions)[number];

const id = text(64);
const line = text(1_000);
const paragraph = text(20_000);
const instant = number(-8.64e15, 8.64e15);
const offset = number(0, 1_000_000);
const flag = oneOf([true, false] as const);
/** Numbers the requests of one page, so that a late answer is known as such. */
const sequence = number(0, Number.MAX_SAFE_INTEGER);

/** Plain text with parts that stand out; never markup. */
const rich = list(union(paragraph, object({ strong: paragraph }), object({ code: paragraph })), 400);
export type Rich = Infer<typeof rich>;

const fields = object({
  time: text(2_000),
  precision: oneOf(precisions),
  /** End of a range, as typed. */
  until: line,
  /** Id of the entry that this one was after or before. */
  bound: id,
  kind: line,
  /** What a kind such as `severity` carries. */
  value: line,
  event: paragraph,
  systems: text(2_000),
  actor: text(2_000),
  evidence: list(text(2_000), 50),
  /** What stands in the box that adds evidence, not yet added. */
  pending: text(2_000),
  /** Offsets in the event at which sentences begin that saving moves to the postmortem. */
  moves: list(offset, 50),
  /** What `now` and `-20m` refer to, in ms; absent while the clock runs on. */
  anchor: optional(instant),
});
/** What stands in the form, as typed. */
export type EntryFields = Infer<typeof fields>;

/** What an empty form holds. */
export const freshFields: EntryFields = {
  time: 'now',
  precision: 'exact',
  until: '',
  bound: '',
  kind: 'symptom',
  value: '',
  event: '',
  systems: '',
  actor: '',
  evidence: [],
  pending: '',
  moves: [],
};

const stamp = union(
  object({ kind: oneOf(['exact', 'about'] as const), at: instant, seconds: flag, unsure: optional(flag) }),
  object({ kind: oneOf(['range'] as const), from: instant, until: instant, seconds: flag, unsure: optional(flag) }),
  object({ kind: oneOf(['unknown'] as const) }),
  object({ kind: oneOf(['after', 'before'] as const), entry: line }),
);

/** The lane in which something of these systems stands. */
const laneMember = { systems: list(line, 50), hasActor: flag };

/** An entry as the chart needs it. */
const mark = object({
  ...laneMember,
  /** The kind's name without its value. */
  kind: line,
  stamp: optional(stamp),
  /** The milestone that it sets, where it is the entry that counts. */
  milestone: optional(line),
});
export type RowMark = Infer<typeof mark>;

const row = object({
  /** What stands above the row: a gap in the record or the day that begins. */
  lead: list(object({ kind: oneOf(['gap', 'day'] as const), text: line }), 2),
  time: line,
  /** Minutes from impact started; empty where that is not known. */
  relative: line,
  kind: line,
  icon: oneOf(kindIcons),
  milestone: flag,
  text: rich,
  id,
  /** When and by whom it was committed, where that was long after its time. */
  late: optional(line),
  /** Its number among the report's entries; -1 for the entry in the form. */
  entry: number(-1, 50_000),
  mark,
});
export type Row = Infer<typeof row>;

const banner = object({ text: rich, actions: list(oneOf(bannerActions), 3) });
export type Banner = Infer<typeof banner>;

/** Tells which report a page belongs to; kept by the page so that it finds its report after a reload. */
const incidentKey = object({ folder: line, incident: line });
export type IncidentKey = Infer<typeof incidentKey>;

/** The entry that is edited, as it stood when it was opened; kept by the page over a reload. */
const edited = object({ id: optional(id), written: paragraph });
export type EditedReference = Infer<typeof edited>;

const view = object({
  incident: incidentKey,
  title: line,
  /** `rank` counts from 1, the gravest, to 4. */
  severity: optional(object({ name: line, rank: number(1, 4) })),
  status: line,
  /** What the times of the list are: day, zone, reference. */
  caption: line,
  kinds: list(object({ name: line, icon: oneOf(kindIcons), values: optional(list(line, 200)) }), 500),
  systems: list(line, 2_000),
  actors: list(line, 2_000),
  rows: list(row, 50_000),
  /** Stretches in which users were affected, as the report's table of impact has them. */
  impact: list(object({ ...laneMember, from: instant, until: optional(instant) }), 200),
  /** Minutes without an entry that count as a gap. */
  silence: number(1, 1_000_000),
  banner: optional(banner),
});
/** What the form shows of the report. */
export type FormView = Infer<typeof view>;

const finding = object({
  /** UTF-16 offsets in the event. */
  start: offset,
  end: offset,
  severity: oneOf(['error', 'warning', 'information', 'hint'] as const),
  message: rich,
  /** Saving can move the sentence to the postmortem. */
  movable: flag,
});
export type FormFinding = Infer<typeof finding>;

const preview = object({
  sequence,
  time: object({
    state: oneOf(['read', 'unread'] as const),
    /** At most two. */
    lines: list(rich, 2),
    /** The reading moves on with the clock. */
    relative: flag,
  }),
  until: optional(object({ state: oneOf(['read', 'unread'] as const), text: rich })),
  kindHelp: rich,
  findings: list(finding, 500),
  place: line,
  /** The row as it would stand, before the row of this index; absent without a time that is read. */
  entry: optional(object({ index: number(0, 50_000), row, nextLead: list(row.shape.lead.item, 2) })),
});
export type EntryPreview = Infer<typeof preview>;

const draft = object({
  fields,
  /** When it was last changed, in ms and in words. */
  at: instant,
  from: line,
});

const toWebview = union(
  object({
    type: oneOf(['init'] as const),
    view,
    keys: oneOf(['mac', 'other'] as const),
    /** What was typed before, with the time of its last change. */
    draft: optional(draft),
    /** What a form begins with: that of a new entry, or what the edited one says. */
    fields,
    editing: optional(edited),
    /** Keys of the attached files that the extension still holds; others are gone from the evidence. */
    held: optional(list(id, 500)),
  }),
  /** The form turns to another entry, or to a new one. */
  object({
    type: oneOf(['begun'] as const),
    view,
    /** What stands in it, and what it holds while nothing was changed. */
    fields,
    fresh: fields,
    editing: optional(edited),
  }),
  object({ type: oneOf(['view'] as const), view }),
  object({ type: oneOf(['preview'] as const), preview }),
  object({ type: oneOf(['pasted'] as const), sequence, fields }),
  attachedMessage,
  /** What was typed elsewhere, together with what stood in the form. */
  object({ type: oneOf(['handed'] as const), fields }),
  object({
    type: oneOf(['saved'] as const),
    sequence,
    id,
    message: line,
    view,
    /** The id that the new time of an edited entry would give. */
    rename: optional(id),
    /** After editing: what the form for a new entry holds. */
    next: optional(fields),
  }),
  object({ type: oneOf(['renamed'] as const), id, message: line, view }),
  object({
    type: oneOf(['not-saved'] as const),
    sequence,
    problem: oneOf(['time', 'until', 'event', 'report'] as const),
  }),
  /** Without fields where nothing of the form was taken back. */
  object({ type: oneOf(['undone'] as const), id, fields: optional(fields), view }),
);
export type ToWebview = Infer<typeof toWebview>;

const fromWebview = union(
  attachMessage,
  object({ type: oneOf(['ready'] as const), editing: optional(edited) }),
  object({ type: oneOf(['input'] as const), sequence, fields }),
  object({ type: oneOf(['paste'] as const), sequence, fields, line: paragraph }),
  object({
    type: oneOf(['save'] as const),
    sequence,
    fields,
  }),
  object({ type: oneOf(['undo'] as const), id }),
  object({ type: oneOf(['open'] as const), id: optional(id) }),
  /** `entry` is the number of its row. */
  object({ type: oneOf(['edit'] as const), entry: number(0, 50_000), id }),
  object({ type: oneOf(['stop', 'delete', 'show-change', 'take-theirs'] as const) }),
  object({ type: oneOf(['save-mine'] as const), sequence, fields }),
  object({ type: oneOf(['rename'] as const), id, to: id }),
  object({ type: oneOf(['copy'] as const), fields }),
  object({ type: oneOf(['discard'] as const) }),
);
export type FromWebview = Infer<typeof fromWebview>;

const pageState = object({ incident: incidentKey, fields, changed: instant, editing: optional(edited) });
/** What the page keeps of itself while it is hidden. */
export type PageState = Infer<typeof pageState>;

/** Everything that the extension sends; nothing for anything else. */
export const parseToWebview = (value: unknown): ToWebview | undefined => toWebview.parse(value)?.value;

/** Everything that the page sends; nothing for anything else. */
export const parseFromWebview = (value: unknown): FromWebview | undefined => fromWebview.parse(value)?.value;

export const parsePageState = (value: unknown): PageState | undefined => pageState.parse(value)?.value;

export const parseFields = (value: unknown): EntryFields | undefined => fields.parse(value)?.value;
