import type { ReportDocument } from '../kinds/incident-document';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import { linesOf, refuseConflict, withoutLines } from './entry-lines';

/** Takes the entry's row or list item out, whole lines and nothing else; refuses within a merge conflict. */
export function deleteTimelineEntry(report: ReportDocument, entry: TimelineEntry): readonly TextEdit[] {
  refuseConflict(report, entry);
  return [withoutLines(report.markdown.text, linesOf(report, entry))];
}
