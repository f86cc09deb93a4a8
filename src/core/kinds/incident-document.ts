import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Section } from '../markdown/sections';
import type { ActionItem, Cause, Control } from '../model/cause';
import type { IncidentStatus, Located, PostmortemStatus } from '../model/incident';
import type { ImpactRow } from '../model/timeline-entry';
import type { FoundEntries } from './found-entries';
import type { FrontMatter, ReadProblem } from './front-matter';
import type { TimelineTable } from './timeline-table';

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

/**
 * A copy by spreading would lose what the class makes on demand of the entries; as it is inherited from the class, the
 * compiler takes no such copy for a report. Who needs one with other entries says so in its type: {@link ReportContent}.
 */
export interface ReportDocument extends DocumentBase, FoundEntries {
  readonly kind: 'incident-report';
  readonly severity?: Located;
  readonly status?: IncidentStatus;
  readonly commander?: string;
  readonly timeline?: TimelineTable;
  readonly impact: readonly ImpactRow[];
  /** Names under "Systems involved", in order. */
  readonly systems: readonly string[];
}

/** A report as plain data, which may be copied with other entries. */
export type ReportContent = Omit<ReportDocument, keyof FoundEntries> &
  Pick<FoundEntries, 'entries' | 'milestoneEntries'>;

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
