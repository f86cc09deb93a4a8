import type { Span } from './text';

export type DocumentKindId = 'incident-report' | 'postmortem';

export const incidentStatuses = ['investigating', 'identified', 'monitoring', 'resolved', 'closed'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** While open, language findings are information and completeness rules are silent. */
export function isOpen(status: IncidentStatus | undefined): boolean {
  return status === 'investigating' || status === 'identified' || status === 'monitoring';
}

export const postmortemStatuses = ['draft', 'in review', 'published'] as const;
export type PostmortemStatus = (typeof postmortemStatuses)[number];

export const actionStatuses = ['open', 'in progress', 'done', 'declined'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const actionTypes = ['prevent', 'detect', 'mitigate', 'repair', 'process', 'investigate'] as const;
export const causeRoles = ['trigger', 'root cause', 'contributing factor'] as const;
export const commitRelations = ['introduced', 'exposed', 'fixed', 'reverted', 'suspect', 'dismissed'] as const;
export type CommitRelation = (typeof commitRelations)[number];

/** A value as it stands in the document, with the place of its trimmed text; `text` has cell escapes undone. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}
