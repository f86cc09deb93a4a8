import type { PostmortemDocument, ReportDocument } from '../kinds/incident-document';
import type { PostmortemSummary, ReportSummary } from './incident-summary';

/** What the index keeps of a report. */
export function summariseReport(_report: ReportDocument, _path: string, _findings: number): ReportSummary {
  throw new Error('Not built');
}

/** What the index keeps of a postmortem. */
export function summarisePostmortem(
  _postmortem: PostmortemDocument,
  _path: string,
  _findings: number,
): PostmortemSummary {
  throw new Error('Not built');
}
