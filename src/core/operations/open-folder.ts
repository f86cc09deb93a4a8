import type { ReadProblem } from '../kinds/front-matter';
import { readConventions } from '../kinds/read-conventions';
import { type Conventions, defaultConventions } from '../model/conventions';
import type { DocumentStore } from '../ports';

/** Marks a workspace folder as one that keeps incidents, and holds the team's conventions. */
export const conventionsFile = '.incidents.yml';

export interface OpenedFolder {
  readonly conventions: Conventions;
  /** What could not be read of the conventions file, as offsets into its text. */
  readonly problems: readonly ReadProblem[];
  /** Whether the folder has a conventions file. */
  readonly enabled: boolean;
}

/** The team's conventions of a folder; the defaults where there is no `.incidents.yml`. */
export async function loadConventions(store: DocumentStore): Promise<OpenedFolder> {
  const text = await store.read(conventionsFile);
  if (text === undefined) return { conventions: defaultConventions, problems: [], enabled: false };
  return { ...readConventions(text), enabled: true };
}
