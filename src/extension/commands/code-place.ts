import type * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { carryLines } from '../../core/memory/carry-lines';
import { message } from '../../core/model/message';
import type { GitHistory } from '../../core/ports';
import { pathInRepository } from '../../node/git/locate';
import type { Services } from '../services';
import type { IncidentFolder } from '../workspace/incident-folder';

/** A file of code in a repository that causes of a folder can cite. */
export interface CodePlace {
  readonly folder: IncidentFolder;
  /** Name of the repository in `.incidents.yml`; absent for the one that keeps the incidents. */
  readonly repository?: string;
  readonly history: GitHistory;
  /** Relative to the repository's root. */
  readonly path: string;
}

/** The first incident folder whose repository, or a neighbour that it names, holds the file. */
export async function codePlaceOf(services: Services, uri: vscode.Uri): Promise<CodePlace | undefined> {
  if (uri.scheme !== 'file') return undefined;
  const own = services.folders.folderOf(uri);
  const folders = services.folders.enabled().toSorted((a, b) => Number(b === own) - Number(a === own));
  for (const folder of folders) {
    const names = Object.entries(folder.conventions.repositories).flatMap(([name, { path }]) => (path ? [name] : []));
    for (const repository of [undefined, ...names]) {
      const history = await folder.commits.history(repository);
      const path = history === undefined ? undefined : await pathInRepository(history.root, uri.fsPath);
      if (history === undefined || path === undefined) continue;
      return { folder, history, path, ...(repository !== undefined && { repository }) };
    }
  }
  return undefined;
}

/** The commit that wrote a line of an open file; one blame of one line. */
export async function commitOfLine(place: CodePlace, document: vscode.TextDocument, line: number): Promise<string> {
  const { history, path } = place;
  const head = await history.head();
  const [former] = head === undefined ? [] : await history.texts([{ commit: head, path }]);
  const then = former === undefined ? -1 : (carryLines(linesOf(document.getText()), linesOf(former))[line] ?? -1);
  if (head === undefined || then < 0) {
    throw new OperationError('not-found', message('Line {line} is not committed yet.', { line: line + 1 }));
  }
  const ranges = [{ first: then + 1, last: then + 1 }];
  const [blamed] = (await history.blame({ commit: head, path, ranges, followsMoves: true })) ?? [];
  if (blamed === undefined) {
    throw new OperationError(
      'not-found',
      message('Git did not say which commit wrote line {line}.', { line: line + 1 }),
    );
  }
  return blamed.commit;
}

/** Lines without their endings; LF, CRLF and a lone CR end one. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/);
}
