import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createPostmortem } from '../../core/operations/create-postmortem';
import { createReport } from '../../core/operations/create-report';
import type { Change } from '../../core/ports';
import { applyChange } from '../../node/apply-change';
import { findRoot, findRootsBelow } from '../../node/find-root';
import { displayPath, type Folder, incidentOf, openFolder, openRoot } from '../folder';
import type { Command, ExitCode, Io } from '../io';
import { readTime } from '../read-time';
import { choice, parseOptions, usageError } from '../usage';

export const newDocument: Command = {
  name: 'new',
  summary: 'Start an incident report or a postmortem.',
  usage: [
    'Usage: incident-docs new "TITLE" [--severity SEV2] [--system NAME]… [--started -20m] [--commander NAME]',
    '       incident-docs new postmortem INCIDENT [--owner NAME] [--due YYYY-MM-DD]',
    '',
    '  --severity   One of the severities of .incidents.yml.',
    '  --system     A system that shows it; may stand several times.',
    '  --started    When impact started: now, -20m, 14:05, a full stamp or unknown. Without it, now.',
    '  --commander  Who leads the response.',
    '  INCIDENT     The id, which is the name of its folder.',
  ],
  run: runNew,
};

const options = {
  severity: { type: 'string' },
  system: { type: 'string', multiple: true },
  started: { type: 'string' },
  commander: { type: 'string' },
  owner: { type: 'string' },
  due: { type: 'string' },
} as const;

async function runNew(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions('new', { args: [...argv], allowPositionals: true, options });
  const [first, second, ...others] = positionals;
  if (first === 'postmortem') {
    if (second === undefined || others.length > 0)
      throw usageError('new', 'A postmortem needs the id of its incident.');
    refuseOptions(values, ['severity', 'system', 'started', 'commander'], 'a postmortem');
    return newPostmortem(second, values, io);
  }
  if (second !== undefined) throw usageError('new', 'A title of several words needs quotes.');
  refuseOptions(values, ['owner', 'due'], 'a report');
  return newReport(first ?? '', values, io);
}

interface Values {
  readonly severity?: string | undefined;
  readonly system?: readonly string[] | undefined;
  readonly started?: string | undefined;
  readonly commander?: string | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
}

function refuseOptions(values: Values, names: readonly (keyof Values)[], what: string): void {
  const name = names.find((one) => values[one] !== undefined);
  if (name !== undefined) throw usageError('new', `--${name} does not go with ${what}.`);
}

async function newReport(title: string, values: Values, io: Io): Promise<ExitCode> {
  const folder = await openRoot(await rootForNew(io.cwd));
  const { store, conventions } = folder;
  const { severity, system = [], started, commander } = values;
  const created = await createReport(store, conventions, {
    title,
    systems: system,
    now: io.now(),
    unopened: true,
    ...(severity && { severity: severityOf(severity, folder) }),
    ...(started && { started: readTime(started, { command: 'new', folder, io }) }),
    ...(commander && { commander }),
  });
  return write(created.change, { folder, path: created.path, io });
}

async function newPostmortem(given: string, { owner, due }: Values, io: Io): Promise<ExitCode> {
  const folder = await openFolder(io.cwd);
  if (due !== undefined && Number.isNaN(Date.parse(due)))
    throw usageError('new', `--due is "${due}"; expected 2026-11-30.`);
  const created = await createPostmortem(folder.store, folder.conventions, {
    incident: incidentOf(given),
    now: io.now(),
    unopened: true,
    ...(owner && { owner }),
    ...(due && { due }),
  });
  return write(created.change, { folder, path: created.path, io });
}

async function write(
  change: Change,
  { folder, path, io }: { folder: Folder; path: string; io: Io },
): Promise<ExitCode> {
  await applyChange(folder.root, change);
  await io.stdout.write(`${displayPath(io.cwd, folder, path)}\n`);
  return 0;
}

function severityOf(value: string, { conventions }: Folder): string {
  const values = conventions.severities.map(({ name }) => name);
  const known = values.find((name) => name.toLowerCase() === value.toLowerCase()) ?? value;
  return choice('new', { name: 'severity', value: known, values });
}

/** The marked folder around `start` or the only one right below it, else the repository, else `start`. */
async function rootForNew(start: string): Promise<string> {
  const [below, ...others] = await findRootsBelow(start);
  const marked = (await findRoot(start)) ?? (others.length === 0 ? below : undefined);
  if (marked !== undefined) return marked;
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (await exists(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return start;
  }
}

async function exists(full: string): Promise<boolean> {
  try {
    await stat(full);
    return true;
  } catch {
    return false;
  }
}
