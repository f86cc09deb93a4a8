import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { OperationError } from '../core/errors';
import type { ImportReading } from '../core/import/candidate';
import type { UnknownSource } from '../core/import/read-source';
import { message } from '../core/model/message';
import { importFilesOf } from '../core/operations/import-files';
import {
  type ImportOptions,
  type ReadImport,
  readImportHistory,
  readImportPath,
  readImportText,
} from '../core/operations/read-import';
import { isMissing } from '../node/confine';
import { createFileDocumentStore } from '../node/file-document-store';
import { type HistoryAnswer, readHistory } from '../node/git/read-history';
import { decodeText } from '../node/text-file';
import { posix } from './folder';
import type { Io } from './io';
import { createProgress } from './progress';
import { usageError } from './usage';

/** What a source offers, or nothing where Ctrl+C ended the reading. */
export async function readImportSource(
  source: string,
  options: ImportOptions,
  { io, signal }: { readonly io: Io; readonly signal: AbortSignal },
): Promise<ImportReading | undefined> {
  const read =
    source === '-'
      ? readImportText(decodeText(await io.readStdin(), 'The input').text, 'The input', options)
      : await readFiles(source, options, { io, signal });
  if (read === 'cancelled') return undefined;
  if ('problem' in read) throw refusal(read);
  return read;
}

/** The history of the repository that keeps the incidents. */
export async function readGitSource(
  root: string,
  window: { readonly from: number; readonly until: number },
  { options, signal, io }: { readonly options: ImportOptions; readonly signal: AbortSignal; readonly io: Io },
): Promise<ImportReading | undefined> {
  const answer = await readHistory({ folder: root, isTrusted: () => true, environment: io.env }, window, signal);
  if (answer.state === 'cancelled') return undefined;
  if (answer.state !== 'read') throw new OperationError('unreadable', message(historyProblems[answer.state]));
  const read = readImportHistory(answer.history, options);
  if ('problem' in read) throw refusal(read);
  return read;
}

const historyProblems: Readonly<Record<Exclude<HistoryAnswer['state'], 'read' | 'cancelled'>, string>> = {
  restricted: 'The history of git is not read in a folder that is not trusted.',
  'no-git': 'There is no git on the search path.',
  'no-repository': 'The incidents are not kept in a git repository.',
  busy: 'git is at work here (a rebase, another process); its history can be read afterwards.',
  'too-many': 'The window has more than 5,000 commits; --from and --until choose a shorter one.',
};

/** Names of people stand in the folder above a channel's, so that is the store. */
async function readFiles(
  source: string,
  options: ImportOptions,
  { io, signal }: { readonly io: Io; readonly signal: AbortSignal },
): Promise<ReadImport> {
  const full = await realpath(path.resolve(io.cwd, source)).catch((error: unknown) => {
    throw isMissing(error) ? new OperationError('not-found', message('{source} is not there.', { source })) : error;
  });
  const isDay = /^\d{4}-\d{2}-\d{2}\.json$/.test(path.basename(full));
  const root = isDay ? path.dirname(path.dirname(full)) : path.dirname(full);
  let progress: ReturnType<typeof createProgress> | undefined;
  try {
    return await readImportPath(
      importFilesOf(createFileDocumentStore(root)),
      posix(path.relative(root, full)),
      options,
      {
        signal,
        onFile: async (done, total) => {
          progress ??= createProgress(io, total, 'read');
          if (done > 0) await progress.step();
        },
      },
    );
  } finally {
    await progress?.end();
  }
}

function refusal({ problem, headers }: UnknownSource): OperationError {
  if (headers === undefined) return new OperationError('unreadable', problem);
  const { message: words } = new OperationError('usage', problem);
  return usageError('import', `${words} --map time=NAME,event=NAME says which column is which.`);
}
