/** What a timeline entry kind sets when it occurs. */
export type Milestone =
  | 'impact started'
  | 'detected'
  | 'acknowledged'
  | 'declared'
  | 'cause identified'
  | 'mitigated'
  | 'resolved'
  | 'closed';

export const milestones: readonly Milestone[] = [
  'impact started',
  'detected',
  'acknowledged',
  'declared',
  'cause identified',
  'mitigated',
  'resolved',
  'closed',
];

/** Milestones of which the last entry counts; of the others the first one does. */
export const lastCounts: ReadonlySet<Milestone> = new Set<Milestone>(['mitigated', 'resolved', 'closed']);

export interface EntryKind {
  readonly name: string;
  /** One sentence, shown as help in the form and on hover. */
  readonly definition: string;
  /** `severity`, `status` and `role` carry a value after the name (`severity SEV1`). */
  readonly value?: 'severity' | 'status' | 'role';
}

export const entryKinds: readonly EntryKind[] = [
  { name: 'change', definition: 'A deploy, configuration push, flag, migration or scaling.' },
  { name: 'symptom', definition: 'Service behaviour that was observed.' },
  { name: 'alert', definition: 'A monitor that fired or cleared.' },
  { name: 'report', definition: 'A customer, partner or colleague told the team.' },
  { name: 'impact started', definition: 'The first effect on users.' },
  { name: 'detected', definition: 'The first awareness by a responder or a monitor.' },
  { name: 'acknowledged', definition: 'A responder took the page.' },
  { name: 'declared', definition: 'The incident was declared.' },
  { name: 'severity', definition: 'The severity was set or changed.', value: 'severity' },
  { name: 'status', definition: 'The status was set or changed.', value: 'status' },
  { name: 'role', definition: 'A role was taken or handed over.', value: 'role' },
  { name: 'escalation', definition: 'Somebody was paged or joined.' },
  { name: 'check', definition: 'A diagnostic step and what it showed.' },
  { name: 'decision', definition: 'An option that was chosen, and by whom.' },
  { name: 'action', definition: 'A change made to the system in response.' },
  { name: 'communication', definition: 'A notice to customers, partners or colleagues.' },
  { name: 'cause identified', definition: 'The responders named what to act on.' },
  { name: 'mitigated', definition: 'Users were no longer affected.' },
  { name: 'resolved', definition: 'The service worked fully again.' },
  { name: 'closed', definition: 'The incident was closed.' },
  { name: 'task', definition: 'A follow-up that was noted.' },
  { name: 'note', definition: 'Any other observation.' },
];

/** Kinds of which a reader asks how it is known. */
export const wantsEvidence: ReadonlySet<string> = new Set(['alert', 'change', 'impact started']);

export function milestoneOf(kind: string): Milestone | undefined {
  return milestones.find((milestone) => milestone === kind);
}
