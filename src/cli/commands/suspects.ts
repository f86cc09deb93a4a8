import { OperationError } from '../../core/errors';
import { formatMessage, message } from '../../core/model/message';
import { formatUtc } from '../../core/model/time-text';
import {
  defaultLeadUpDays,
  type FoundSuspects,
  findSuspects,
  partialSearch,
  type SuspectSearch,
} from '../../core/operations/find-suspects';
import { documentsOf } from '../../core/operations/incident-documents';
import type { GitHistory } from '../../core/ports';
import { createCommitSource } from '../../node/git/commit-source';
import { type Folder, incidentOf, openFolder } from '../folder';
import type { Command, ExitCode, Io } from '../io';
import { choice, parseOptions, usageError } from '../usage';

export const suspects: Command = {
  name: 'suspects',
  summary: 'List commits that may have brought a fault: candidates, never findings.',
  usage: [
    'Usage: incident-docs suspects INCIDENT [--cause C1] [--days N] [--format text|json]',
    '',
    '  Looks at the lines that the fixing commits of a cause changed, and at what came in before impact started.',
    '',
    '  --cause ID     One cause of the postmortem; without it all causes, or the time before impact alone.',
    `  --days N       Days before impact that are looked at (${defaultLeadUpDays}).`,
    '  --format FORM  text or json.',
  ],
  run: runSuspects,
};

interface Found extends FoundSuspects {
  readonly cause?: string;
}

async function runSuspects(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions('suspects', {
    args: [...argv],
    allowPositionals: true,
    options: {
      cause: { type: 'string' },
      days: { type: 'string', default: String(defaultLeadUpDays) },
      format: { type: 'string', default: 'text' },
    },
  });
  const format = choice('suspects', { name: 'format', value: values.format, values: ['text', 'json'] as const });
  const days = Number(values.days);
  if (!(days > 0 && days <= 365)) throw usageError('suspects', `--days is "${values.days}"; expected 1 to 365.`);
  const [given, ...others] = positionals;
  if (given === undefined || others.length > 0) throw usageError('suspects', 'Which incident? Its id is expected.');
  const folder = await openFolder(io.cwd);
  const incident = incidentOf(given);
  const source = createCommitSource({
    folder: folder.root,
    isTrusted: () => true,
    repositories: () => folder.conventions.repositories,
    environment: io.env,
  });
  try {
    const history = await source.history();
    if (history === undefined)
      throw new OperationError('not-found', message('There is no git history to look at here.'));
    const found = await search(history, folder, { incident, cause: values.cause, days, now: io.now });
    await io.stdout.write(format === 'json' ? asJson(incident, found) : asText(found));
  } finally {
    source.dispose();
  }
  return 0;
}

async function search(
  history: GitHistory,
  { store, conventions }: Folder,
  wanted: Pick<SuspectSearch, 'now'> &
    Required<Pick<SuspectSearch, 'days'>> & { readonly incident: string; readonly cause: string | undefined },
): Promise<readonly Found[]> {
  const { incident, cause, days, now } = wanted;
  const documents = await documentsOf(store, conventions, incident);
  if (documents.report === undefined && documents.postmortem === undefined) {
    throw new OperationError('not-found', message('There is no incident {incident} here.', { incident }));
  }
  const all = documents.postmortem?.document.causes ?? [];
  const causes = cause === undefined ? all : all.filter(({ id }) => id.toLowerCase() === cause.toLowerCase());
  if (cause !== undefined && causes.length === 0) {
    throw new OperationError('not-found', message('There is no cause {cause} in {incident}.', { cause, incident }));
  }
  const report = documents.report?.document;
  const base = { conventions, days, now, ...(report && { report }) };
  const found: Found[] = [];
  for (const one of causes) found.push({ cause: one.id, ...(await findSuspects(history, { ...base, cause: one })) });
  return causes.length > 0 ? found : [await findSuspects(history, base)];
}

function asText(found: readonly Found[]): string {
  return found
    .map(({ cause, suspects, window, isPartial }) => {
      const head = cause === undefined ? '' : `${cause}\n`;
      const between = window === undefined ? '' : ` between ${formatUtc(window.from)} and ${formatUtc(window.until)}`;
      const rest = isPartial ? `${formatMessage(partialSearch)}\n` : '';
      if (suspects.length === 0) return `${head}No candidates${between}.\n${rest}`;
      const rows = suspects.map(({ commit, reasons }) => {
        const words = reasons.map(formatMessage).join('; ');
        return `${commit.hash.slice(0, 12)}  ${commit.subject}\n              ${commit.author}, ${formatUtc(commit.committed)}: ${words}\n`;
      });
      return head + rows.join('') + rest;
    })
    .join('\n');
}

function asJson(incident: string, found: readonly Found[]): string {
  const searches = found.map(({ cause, suspects, window, fixes, isPartial }) => ({
    cause: cause ?? null,
    fixes,
    window: window === undefined ? null : { from: iso(window.from), until: iso(window.until) },
    partial: isPartial,
    suspects: suspects.map(({ commit, score, reasons }) => ({
      commit: commit.hash,
      subject: commit.subject,
      author: commit.author,
      committed: iso(commit.committed),
      score: Number(score.toFixed(3)),
      reasons: reasons.map(formatMessage),
    })),
  }));
  return `${JSON.stringify({ version: 1, incident, searches })}\n`;
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
