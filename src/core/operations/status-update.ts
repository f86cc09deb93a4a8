import type { ReportDocument } from '../kinds/incident-document';

export type StatusUpdateFormat = 'markdown' | 'plain';

/** What the channel wants to know, from the report's facts alone: severity, impact, since when, last action, next. */
export function statusUpdate(_report: ReportDocument, _now: number, _format: StatusUpdateFormat): string {
  throw new Error('Not built');
}
