import { formatMessage } from '../../core/model/message';
import { formatStamp } from '../../core/model/read-stamp';
import { instantOf } from '../../core/model/stamp';
import { formatClock } from '../../core/model/time-text';
import type { EntryDraft } from '../../core/operations/add-timeline-entry';
import { logEntry } from '../../core/operations/log-entry';
import { parseLogLine } from '../../core/operations/parse-log-line';
import { applyChange } from '../../node/apply-change';
import { displayPath, incidentOf, openFolder, zoneOf } from '../folder';
import type { Command, ExitCode, Io } from '../io';
import { parseOptions, usageError } from '../usage';
import { writeAnew } from '../write-anew';

export const log: Command = {
  name: 'log',
  summary: 'Add an entry to the timeline of the open incident.',
  usage: [
    'Usage: incident-docs log "14:05 restarted api-3 #action @carol https://…" [--incident ID]',
    '',
    '  Time (now, -20m, 14:05, yesterday 23:50, a full stamp) stands first; without one it is now.',
    '  #kind names the kind (#action, #impact-started, #severity SEV1), @name who did it; links become evidence.',
    '',
    '  --incident ID  The incident, where several are open or it is not.',
  ],
  run: runLog,
};

async function runLog(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions('log', {
    args: [...argv],
    allowPositionals: true,
    options: { incident: { type: 'string' } },
  });
  if (positionals.length === 0) throw usageError('log', 'There is nothing to log.');
  const folder = await openFolder(io.cwd);
  const { root, store, conventions } = folder;
  const line = positionals.join(' ');
  const read = parseLogLine(line, { now: io.now(), timeZone: zoneOf(folder, io.env), conventions });
  if ('problem' in read) throw usageError('log', formatMessage(read.problem));
  const { draft } = read;
  const incident = values.incident;
  const request = { draft, ...(incident !== undefined && { incident: incidentOf(incident) }) };
  const logged = await writeAnew(async () => {
    const entry = await logEntry(store, conventions, request);
    await applyChange(root, entry.change);
    return entry;
  });
  const place = displayPath(io.cwd, folder, logged.reportPath);
  await io.stdout.write(`Logged ${shortTime(draft)}, ${draft.event}\n${place}: ${logged.id}\n`);
  return 0;
}

function shortTime({ stamp }: EntryDraft): string {
  const at = instantOf(stamp);
  return stamp.kind === 'exact' && at !== undefined ? formatClock(at, stamp) : formatStamp(stamp);
}
