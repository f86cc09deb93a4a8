import { OperationError } from '../../core/errors';
import { message } from '../../core/model/message';
import { importTimeline } from '../../core/operations/import-timeline';
import { type IncidentStart, leadUpOf, startDayOf } from '../../core/operations/lead-up';
import { reportToLogTo } from '../../core/operations/log-entry';
import type { ImportOptions } from '../../core/operations/read-import';
import { applyChange } from '../../node/apply-change';
import { displayPath, type Folder, incidentOf, openFolder } from '../folder';
import { formatImportJson, formatImportText } from '../format-import';
import { type ImportArguments, readImportArguments, readKindOption, readWindow, zoneFor } from '../import-options';
import type { Command, ExitCode, Io } from '../io';
import { readGitSource, readImportSource } from '../read-import-source';
import { usageError } from '../usage';
import { writeAnew } from '../write-anew';

export const importEntries: Command = {
  name: 'import',
  summary: 'Add entries to a timeline from chat, paging, pipelines, git, tables and notes.',
  usage: [
    'Usage: incident-docs import SOURCE [--incident ID] [--from TIME] [--until TIME] [--dry-run] [OPTION…]',
    '       incident-docs import --git [--incident ID] [--from TIME] [--until TIME] [--dry-run]',
    '',
    '  SOURCE            A channel folder of a Slack export, or a file: a day of one, PagerDuty log entries, runs of',
    '                    GitHub Actions, deployments (JSON), a table (CSV), notes with times; - is the standard input.',
    '  --git             Commits, merges and tags; without --from and --until those of 24 h before impact started.',
    '  --incident ID     The incident, where several are open or it is not.',
    '  --from, --until   Only what lies between; now, -2h, 14:05, a full stamp.',
    '  --map PAIRS       Columns of a table: time=Zeit,event=Text; also date, kind, system, actor, evidence, id.',
    '  --time-zone ZONE  Zone of times without an offset, such as Europe/Berlin.',
    '  --kind KIND       Kind of all entries, in place of guesses.',
    '  --dry-run         Shows what would be added and writes nothing.',
    '  --format FORM     text or json.',
    '',
    '  What was imported before is known by its source id and left out. docs/importing.md says what is read and guessed.',
  ],
  run: runImport,
};

async function runImport(argv: readonly string[], io: Io): Promise<ExitCode> {
  const given = readImportArguments(argv);
  const folder = await openFolder(io.cwd);
  const named = given.incident === undefined ? undefined : incidentOf(given.incident);
  const target = await reportToLogTo(folder.store, folder.conventions, named);
  const options = optionsFor(given, { folder, io, target });
  const interrupt = io.listenForInterrupt();
  try {
    const { signal } = interrupt;
    const reading =
      given.source === undefined
        ? await readGitSource(folder.root, gitWindow(options, target), { options, signal, io })
        : await readImportSource(given.source, options, { io, signal });
    if (reading === undefined || signal.aborted) {
      await io.stderr.write('incident-docs: ended. Nothing was written.\n');
      return 130;
    }
    const write = () => add(reading.candidates, { folder, path: target.path, dryRun: given.dryRun });
    const { added, known } = await writeAnew(write);
    const report = displayPath(io.cwd, folder, target.path);
    const outcome = { added, known, incident: target.id, report, reading, dryRun: given.dryRun };
    await io.stdout.write(given.format === 'json' ? formatImportJson(outcome) : formatImportText(outcome));
    return 0;
  } finally {
    interrupt.dispose();
  }
}

type Target = IncidentStart & { readonly path: string };

async function add(
  candidates: Parameters<typeof importTimeline>[1],
  { folder, path, dryRun }: { readonly folder: Folder; readonly path: string; readonly dryRun: boolean },
) {
  const base = await folder.store.read(path);
  if (base === undefined) throw new OperationError('not-found', message('{path} is no longer there.', { path }));
  const imported = importTimeline(base, candidates, folder.conventions);
  const { edits } = imported;
  if (!dryRun && edits.length > 0) await applyChange(folder.root, { creates: [], edits: [{ path, base, edits }] });
  return imported;
}

function optionsFor(
  given: ImportArguments,
  { folder, io, target }: { readonly folder: Folder; readonly io: Io; readonly target: Target },
): ImportOptions {
  const { conventions } = folder;
  const timeZone = zoneFor(given, folder, io);
  const day = startDayOf(target, timeZone);
  return {
    conventions,
    timeZone,
    columns: given.columns,
    window: readWindow(given, { folder, io }),
    ...(day !== undefined && { day }),
    ...(given.kind !== undefined && { kind: readKindOption(given.kind, conventions) }),
  };
}

/** The lead-up where no window is given. */
function gitWindow({ window = {} }: ImportOptions, target: Target): { from: number; until: number } {
  const leadUp = leadUpOf(target);
  const from = window.from ?? leadUp?.from;
  const until = window.until ?? leadUp?.until;
  if (from !== undefined && until !== undefined) return { from, until };
  throw usageError('import', 'The report does not say when impact started; --from and --until choose a window.');
}
