import type { SupportCalendar } from './support-calendar';

/** The team's conventions of `.incidents.yml`, with every default filled in. */
export interface Conventions {
  /** Folder of the incidents, relative to the workspace folder, posix, no trailing slash. */
  readonly folder: string;
  /** Highest first. */
  readonly severities: readonly SeverityLevel[];
  readonly systems: readonly SystemDefinition[];
  /** Additions to the built-in kinds. */
  readonly entryKinds: readonly { readonly name: string; readonly definition: string }[];
  readonly roles: readonly string[];
  /** IANA name, for display beside UTC. */
  readonly timeZone?: string;
  readonly repositories: Readonly<Record<string, { readonly path?: string; readonly url?: string }>>;
  readonly postmortem: PostmortemPolicy;
  /** Days until an action is due, by priority. */
  readonly actionDueDays: Readonly<Record<string, number>>;
  /** Support hours; absent where the team names none. */
  readonly calendar?: SupportCalendar;
  /** Minutes without an entry that count as a gap. */
  readonly silence: number;
  readonly lang: string;
  readonly lint: LintConventions;
  /** Template path by severity, `default` for all others, relative to the workspace folder. */
  readonly templates: Readonly<Record<string, string>>;
}

/** Lists of `.incidents.yml` that a name can be added to. */
export type ConventionsList = 'entryKinds' | 'systems';

export interface SeverityLevel {
  readonly name: string;
  /** One-line test, shown where the severity is picked. */
  readonly test: string;
}

export interface SystemDefinition {
  readonly name: string;
  readonly paths: readonly string[];
}

export interface PostmortemPolicy {
  /** Severities that need a postmortem. */
  readonly severities: readonly string[];
  /** Working days after impact started. */
  readonly dueDays: number;
  readonly owner?: string;
}

export type RuleLevel = 'off' | 'hint' | 'info' | 'warning' | 'error';

export interface LintConventions {
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  readonly allow: readonly string[];
}

export const defaultConventions: Conventions = {
  folder: 'incidents',
  severities: [
    { name: 'SEV1', test: 'Most users cannot use the service, or data is lost or exposed.' },
    { name: 'SEV2', test: 'A main function fails for many users.' },
    { name: 'SEV3', test: 'A function is degraded, or few users are affected.' },
    { name: 'SEV4', test: 'No user is affected yet.' },
  ],
  systems: [],
  entryKinds: [],
  roles: ['commander', 'communications', 'scribe'],
  repositories: {},
  postmortem: { severities: ['SEV1', 'SEV2'], dueDays: 5 },
  actionDueDays: {},
  silence: 15,
  lang: 'en',
  lint: { rules: {}, phrases: {}, allow: [] },
  templates: {},
};
