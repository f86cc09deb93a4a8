import type * as vscode from 'vscode';
import { type RecordedTimes, recordedTimes, type VersionCache } from '../../core/operations/recorded-times';
import type { GitHistory } from '../../core/ports';

interface ReadReport {
  readonly head: string;
  readonly times: Promise<RecordedTimes | undefined>;
}

/** Versions of all reports of a folder that are kept at most; a report has tens. */
const mostVersions = 5_000;

/** When the entries of a folder's reports were committed; read when asked for, and again after a commit. */
export class RecordedReports {
  readonly #history: () => Promise<GitHistory | undefined>;
  readonly #versions: VersionCache = new Map();
  readonly #reports = new Map<string, ReadReport>();

  constructor(history: () => Promise<GitHistory | undefined>) {
    this.#history = history;
  }

  /** Nothing where commits are not read or the report was never committed. */
  async of(report: vscode.Uri): Promise<RecordedTimes | undefined> {
    if (report.scheme !== 'file') return undefined;
    const history = await this.#history();
    const head = await history?.head();
    if (history === undefined || head === undefined) return undefined;
    const key = report.toString();
    const known = this.#reports.get(key);
    if (known?.head === head) return known.times;
    if (this.#versions.size > mostVersions) this.#versions.clear();
    const times = this.#read(history, report);
    this.#reports.set(key, { head, times });
    // No answer now may be one later.
    if ((await times) === undefined) this.#reports.delete(key);
    return times;
  }

  async #read(history: GitHistory, report: vscode.Uri): Promise<RecordedTimes | undefined> {
    const { repositoryFile } = await import('../../node/git/repository-file');
    const path = await repositoryFile(history.root, report.fsPath);
    return path === undefined ? undefined : recordedTimes(history, path, this.#versions);
  }
}
