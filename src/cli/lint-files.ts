import path from 'node:path';
import { OperationError } from '../core/errors';
import { formatMessage } from '../core/model/message';
import { lineStartsOf, type Range, rangeOf } from '../core/model/text';
import { type CheckedFile, type CheckOptions, checkText } from '../core/operations/check-files';
import type { CheckedFinding, DiagnosticSeverity } from '../core/rules/rule';
import { createCommitSource, type GitCommitSource } from '../node/git/commit-source';
import { readTextFile } from '../node/text-file';
import type { CollectedFiles, FileToLint } from './collect-files';
import { type Folder, posix } from './folder';

export type LintSeverity = 'error' | 'warning' | 'info' | 'hint';

export interface LintedFinding {
  readonly rule: string;
  readonly severity: LintSeverity;
  readonly message: string;
  readonly range: Range;
  readonly fixable: boolean;
}

export interface LintedFile {
  readonly path: string;
  readonly kind: CheckedFile['kind'];
  readonly findings: readonly LintedFinding[];
}

export interface LintResult {
  readonly files: readonly LintedFile[];
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly hints: number;
  };
  /** Files that were named and say of no kind of ours. */
  readonly others: readonly string[];
  readonly unreadable: readonly string[];
}

/** Checks one file after the other, so that memory holds one text. */
export async function lintFiles(
  { files, unreadable }: CollectedFiles,
  options: Pick<CheckOptions, 'as' | 'strict'>,
): Promise<LintResult> {
  const commits = createCommitSources();
  const linted: LintedFile[] = [];
  const others: string[] = [];
  const refused = [...unreadable];
  for (const file of files) {
    try {
      const result = await lintFile(file, { ...options, commitSource: commits.of(file.folder) });
      // A file of conventions without a finding is no news; it is shown where it was named.
      if (result === undefined) others.push(...(file.isNamed ? [file.shown] : []));
      else if (result.kind !== 'conventions' || file.isNamed || result.findings.length > 0) linted.push(result);
    } catch (error) {
      refused.push(error instanceof OperationError ? error.message : `${file.shown} cannot be read.`);
    }
  }
  commits.dispose();
  return { files: linted, summary: summaryOf(linted), others, unreadable: refused };
}

/** One source a folder, as each holds a process of git open once it was asked. */
function createCommitSources() {
  const sources = new Map<string, GitCommitSource>();
  return {
    of: ({ root, conventions }: Folder): GitCommitSource => {
      // Who runs the command line in a folder trusts it; the runner is hardened all the same.
      const options = { folder: root, isTrusted: () => true, repositories: () => conventions.repositories };
      const source = sources.get(root) ?? createCommitSource(options);
      sources.set(root, source);
      return source;
    },
    dispose: () => {
      for (const source of sources.values()) source.dispose();
    },
  };
}

async function lintFile(
  { full, shown, folder }: FileToLint,
  options: Pick<CheckOptions, 'as' | 'strict' | 'commitSource'>,
): Promise<LintedFile | undefined> {
  const { text } = await readTextFile(full, shown);
  const relative = posix(path.relative(folder.root, full));
  const checked = await checkText(relative, text, { ...options, conventions: folder.conventions });
  if (checked === undefined) return undefined;
  const lineStarts = lineStartsOf(text);
  return { path: shown, kind: checked.kind, findings: checked.findings.map((one) => lintedFinding(one, lineStarts)) };
}

function lintedFinding(finding: CheckedFinding, lineStarts: readonly number[]): LintedFinding {
  return {
    rule: finding.rule,
    severity: shortSeverity[finding.severity],
    message: formatMessage(finding.message).replace(/\s*[\r\n]+\s*/g, ' '),
    range: rangeOf(lineStarts, finding.span),
    fixable: (finding.fixes?.length ?? 0) > 0,
  };
}

/** As `.incidents.yml` names them. */
const shortSeverity: Readonly<Record<DiagnosticSeverity, LintSeverity>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

function summaryOf(files: readonly LintedFile[]): LintResult['summary'] {
  const count = (severity: LintSeverity) =>
    files.reduce((sum, { findings }) => sum + findings.filter((one) => one.severity === severity).length, 0);
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
  };
}
