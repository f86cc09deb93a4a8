import path from 'node:path';
import { OperationError } from '../core/errors';
import { type CheckedFile, type CheckOptions, checkText } from '../core/operations/check-files';
import { editBetween, fixText } from '../core/operations/fix-text';
import { applyChange } from '../node/apply-change';
import { createCommitSource, type GitCommitSource } from '../node/git/commit-source';
import { readTextFile } from '../node/text-file';
import type { CollectedFiles, FileToLint } from './collect-files';
import { type Folder, posix } from './folder';
import { mapInPool } from './in-pool';
import { type LintedFile, type LintResult, lintedFile, summaryOf } from './lint-result';

export interface LintOptions extends Pick<CheckOptions, 'as' | 'strict'> {
  /** Writes what can be fixed without a look. */
  readonly fix?: boolean;
  /** After each file. */
  readonly onChecked?: () => Promise<void>;
}

/** As many texts are in memory at once. */
const filesAtOnce = 8;

/** Checks files side by side; the result is in their order. */
export async function lintFiles(
  { files, unreadable }: CollectedFiles,
  { onChecked, fix = false, ...options }: LintOptions,
): Promise<LintResult> {
  const commits = createCommitSources();
  try {
    const outcomes = await mapInPool(files, filesAtOnce, async (file) => {
      const outcome = await outcomeOf(file, { ...options, fix, commitSource: commits.of(file.folder) });
      await onChecked?.();
      return outcome;
    });
    const linted = outcomes.flatMap((outcome) => outcome.linted ?? []);
    return {
      files: linted,
      summary: summaryOf(linted, { isFixing: fix }),
      others: outcomes.flatMap((outcome) => outcome.other ?? []),
      unreadable: [...unreadable, ...outcomes.flatMap((outcome) => outcome.refused ?? [])],
    };
  } finally {
    commits.dispose();
  }
}

/** Checks a text that comes from elsewhere as if it stood in `file`. */
export async function lintText(
  text: string,
  file: Omit<FileToLint, 'full'> & { readonly full?: string },
  options: Pick<CheckOptions, 'as' | 'strict'>,
): Promise<LintResult> {
  const commits = createCommitSources();
  try {
    const { full, shown, folder } = file;
    const { conventions, root } = folder;
    const name = full === undefined ? 'stdin.md' : posix(path.relative(root, full));
    const checked = await checkText(name, text, {
      ...options,
      conventions,
      commitSource: commits.of(folder),
      store: folder.store,
    });
    const files =
      checked === undefined
        ? []
        : [lintedFile(checked, { path: shown, fixed: 0, ...(full !== undefined && { full }) })];
    const others = checked === undefined ? [shown] : [];
    return { files, summary: summaryOf(files, { isFixing: false }), others, unreadable: [] };
  } finally {
    commits.dispose();
  }
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

/** What became of a file; nothing for a file of conventions without a finding, unless it was named. */
interface Outcome {
  readonly linted?: LintedFile;
  /** Shown path of a named file that says of no kind of ours. */
  readonly other?: string;
  readonly refused?: string;
}

type FileOptions = Pick<CheckOptions, 'as' | 'strict' | 'commitSource'> & { readonly fix: boolean };

async function outcomeOf(file: FileToLint, options: FileOptions): Promise<Outcome> {
  try {
    const linted = await lintFile(file, options);
    if (linted === undefined) return file.isNamed ? { other: file.shown } : {};
    const isNews = linted.kind !== 'conventions' || file.isNamed || linted.findings.length > 0;
    return isNews ? { linted } : {};
  } catch (error) {
    return { refused: error instanceof OperationError ? error.message : `${file.shown} cannot be read.` };
  }
}

async function lintFile(
  { full, shown, folder }: FileToLint,
  { fix, ...options }: FileOptions,
): Promise<LintedFile | undefined> {
  const { text } = await readTextFile(full, shown);
  const relative = posix(path.relative(folder.root, full));
  const all = { ...options, conventions: folder.conventions, store: folder.store };
  const checked: (CheckedFile & { readonly fixed?: number }) | undefined = fix
    ? await fixText(relative, text, all)
    : await checkText(relative, text, all);
  if (checked === undefined) return undefined;
  if (checked.text !== text) {
    const edits = [{ path: relative, base: text, edits: [editBetween(text, checked.text)] }];
    await applyChange(folder.root, { creates: [], edits });
  }
  return lintedFile(checked, { path: shown, full, fixed: checked.fixed ?? 0 });
}
