import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Section } from '../markdown/sections';
import type { ActionItem, Cause, Control } from '../model/cause';
import type { IncidentStatus, Located, PostmortemStatus } from '../model/incident';
import type { Span } from '../model/text';
import type { ImpactRow, TimelineEntry } from '../model/timeline-entry';
import type { FrontMatter, ReadProblem } from './front-matter';

/** A document read as an incident report or a postmortem; reading never fails, it leaves problems. */
export type IncidentDocument = ReportDocument | PostmortemDocument;

interface DocumentBase {
  readonly markdown: MarkdownDocument;
  readonly frontMatter: FrontMatter;
  readonly title?: Located;
  readonly sections: readonly DocumentSection[];
  readonly problems: readonly ReadProblem[];
}

/** A section with the standard name that its heading is an alias of (`Root cause` → `Root causes and contributing factors`). */
export interface DocumentSection extends Section {
  /** The standard heading; absent for sections of the team's own. */
  readonly name?: string;
}

export interface ReportDocument extends DocumentBase {
  readonly kind: 'incident-report';
  readonly severity?: Located;
  readonly status?: IncidentStatus;
  readonly commander?: string;
  /** Made when they are first asked for; a long report has thousands. */
  readonly entries: readonly TimelineEntry[];
  readonly entryFacts: EntryFacts;
  /** Those of `entries` whose kind is a milestone's. */
  readonly milestoneEntries: readonly TimelineEntry[];
  /** One of `entries`, made alone. */
  entryAt(index: number): TimelineEntry;
  /** One of `entries` with offsets that count from its block. */
  unplacedAt(index: number): TimelineEntry;
  readonly timeline?: TimelineTable;
  readonly impact: readonly ImpactRow[];
  /** Names under "Systems involved", in order. */
  readonly systems: readonly string[];
}

/** What rules ask of all entries after every key, answered without making them. */
export interface EntryFacts {
  /** Of the entries that have one, in order. */
  ids(): readonly string[];
  /** Of the same entries: equal where the ids are, and hardly ever elsewhere. */
  readonly idHashes: readonly number[];
  /** Indexes of the blocks that the entries stand in. */
  readonly blocks: readonly number[];
  /** Of all entries; nothing where the time tells none. */
  readonly instants: readonly (number | undefined)[];
  /** The same object as long as neither a time nor the block of an entry has changed, nor the kind of any block. */
  readonly times: object;
  /** Indexes of the entries of a kind that wants evidence, and that have none. */
  readonly bare: readonly number[];
  /** Whether a time is `after` or `before` another entry. */
  readonly hasBounds: boolean;
  /** Whether a time is not read, or lent its day or offset by a clock. */
  readonly hasUnsure: boolean;
  /** Whether a kind is none of those that the document was read with. */
  readonly hasUnknownKind: boolean;
}

/** The timeline's table, so that an edit can add a row in its shape. */
export interface TimelineTable {
  /** In order of the columns: `time`, `event` … for those the reader knows whatever they are called, else the lower-case header. */
  readonly columns: readonly string[];
  readonly header: Span;
  readonly delimiter: Span;
  /** Every row that follows, readable as an entry or not. */
  readonly rows: readonly Span[];
}

export interface PostmortemDocument extends DocumentBase {
  readonly kind: 'postmortem';
  /** Ids of the incidents it covers. */
  readonly reports: readonly string[];
  readonly status?: PostmortemStatus;
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  readonly reviewers: readonly string[];
  readonly causes: readonly Cause[];
  readonly controls: readonly Control[];
  readonly actions: readonly ActionItem[];
}
