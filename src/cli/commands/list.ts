import { isOpen } from '../../core/model/incident';
import { formatDay, formatElapsed } from '../../core/model/time-text';
import { listIncidents } from '../../core/operations/list-incidents';
import type { IncidentSummary } from '../../core/workspace/incident-summary';
import { openFolder } from '../folder';
import type { Command, ExitCode, Io } from '../io';
import { choice, parseOptions } from '../usage';

export const list: Command = {
  name: 'list',
  summary: 'List the incidents, open ones first.',
  usage: ['Usage: incident-docs list [--format text|json]', '', '  --format FORM  text (a table) or json.'],
  run: runList,
};

async function runList(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values } = parseOptions('list', {
    args: [...argv],
    options: { format: { type: 'string', default: 'text' } },
  });
  const format = choice('list', { name: 'format', value: values.format, values: ['text', 'json'] as const });
  const { store, conventions } = await openFolder(io.cwd);
  const incidents = await listIncidents(store, conventions);
  await io.stdout.write(format === 'json' ? asJson(incidents) : asTable(incidents, io.now()));
  return 0;
}

const header = ['ID', 'SEVERITY', 'STATUS', 'STARTED', 'POSTMORTEM', 'ACTIONS', 'TITLE'];

function asTable(incidents: readonly IncidentSummary[], now: number): string {
  if (incidents.length === 0) return 'No incidents here yet.\n';
  const rows = [header, ...incidents.map((incident) => cellsOf(incident, now))];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function cellsOf({ id, report, postmortem }: IncidentSummary, now: number): readonly string[] {
  const open = postmortem?.actions.filter(({ status }) => status === 'open' || status === 'in progress') ?? [];
  return [
    id,
    report?.severity ?? '-',
    report?.status ?? '-',
    startedText(report, now),
    postmortem === undefined ? 'none yet' : (postmortem.status ?? '-'),
    postmortem === undefined ? '-' : `${open.length} open`,
    report?.title ?? postmortem?.title ?? '-',
  ];
}

function startedText(report: IncidentSummary['report'], now: number): string {
  if (report?.impactStarted === undefined) return '-';
  const day = formatDay(report.impactStarted, now);
  // The id's date alone tells no time of day, so no duration either.
  if (!isOpen(report.status) || report.impactStartedId === undefined) return day;
  const duration = formatElapsed(report.impactStarted, now);
  return duration === undefined ? day : `${day}, ${duration}`;
}

function asJson(incidents: readonly IncidentSummary[]): string {
  return `${JSON.stringify({ version: 1, incidents: incidents.map(plain) })}\n`;
}

/** The stable part of a summary; instants as RFC 3339, what is not known as null. */
function plain({ id, folder, report, postmortem }: IncidentSummary) {
  return {
    id,
    folder,
    title: report?.title ?? postmortem?.title ?? null,
    severity: report?.severity ?? null,
    status: report?.status ?? null,
    commander: report?.commander ?? null,
    systems: report?.systems ?? [],
    impactStarted: instant(report?.impactStarted),
    mitigated: instant(report?.mitigated),
    entries: report?.entries.length ?? 0,
    report: report?.path ?? null,
    postmortem:
      postmortem === undefined
        ? null
        : {
            path: postmortem.path,
            status: postmortem.status ?? null,
            owner: postmortem.owner ?? null,
            due: postmortem.due ?? null,
            causes: postmortem.causes.length,
            actions: postmortem.actions.map(({ id: action, text, owner, due, status }) => ({
              id: action ?? null,
              text,
              owner: owner ?? null,
              due: due ?? null,
              status,
            })),
          },
  };
}

function instant(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString().replace('.000Z', 'Z');
}
