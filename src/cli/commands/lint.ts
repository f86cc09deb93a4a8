import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from '../../node/confine';
import { decodeText } from '../../node/text-file';
import { collectFiles, folderAround } from '../collect-files';
import { pathWithin, posix } from '../folder';
import { formatLintGithub } from '../format-github';
import { formatLintJson, formatLintText } from '../format-lint';
import { describedIds, formatLintSarif } from '../format-sarif';
import type { Command, ExitCode, Io } from '../io';
import { lintFiles, lintText } from '../lint-files';
import { type LintArguments, readLintArguments } from '../lint-options';
import { errorsOnly, type LintResult } from '../lint-result';
import { createProgress } from '../progress';

export const lint: Command = {
  name: 'lint',
  summary: 'Check incident reports and postmortems.',
  usage: [
    'Usage: incident-docs lint [PATH…] [OPTION…]',
    '       incident-docs lint --stdin [--stdin-filename PATH] [OPTION…]',
    '',
    '  PATH                   Files, or folders whose incident documents are checked; without one, all of this folder.',
    '  --as KIND              Read the files as incident-report or postmortem whatever they say, at full severity.',
    '  --strict               Full severity for open incidents too.',
    '  --format FORM          text (path:line:column severity rule message), json, sarif (2.1.0) or github (annotations).',
    '  --fix                  Apply the fixes that lose no fact and invent none, then report what is left.',
    '  --stdin                Check the text of the standard input.',
    '  --stdin-filename PATH  Where that text belongs: its folder decides the conventions. It need not be there.',
    '  --quiet                Report errors only. Warnings then count only with --max-warnings.',
    '  --max-warnings N       End with 1 only for an error or more than N warnings; -1 allows any number.',
    '',
    'Without --max-warnings one warning is enough to end with 1.',
  ],
  run: runLint,
};

async function runLint(argv: readonly string[], io: Io): Promise<ExitCode> {
  const given = readLintArguments(argv);
  const all = given.stdin === undefined ? await lintPaths(given, io) : await lintStdin(given, given.stdin, io);
  const result = given.quiet ? errorsOnly(all) : all;
  for await (const part of print(result, given, io)) await io.stdout.write(part);
  if (result.unreadable.length > 0) {
    await io.stderr.write(`incident-docs: ${result.unreadable.join(' ')}\n`);
    return 2;
  }
  return exitCode(all, given, io);
}

async function lintPaths({ paths, as, strict, fix }: LintArguments, io: Io): Promise<LintResult> {
  const collected = await collectFiles(paths, { cwd: io.cwd, ...(as && { as }) });
  const progress = createProgress(io, collected.files.length);
  try {
    const options = { ...(as && { as }), ...(strict && { strict }), fix, onChecked: progress.step };
    return await lintFiles(collected, options);
  } finally {
    await progress.end();
  }
}

async function lintStdin(
  { as, strict }: LintArguments,
  { filename }: NonNullable<LintArguments['stdin']>,
  io: Io,
): Promise<LintResult> {
  const full = path.resolve(io.cwd, filename ?? 'stdin.md');
  const shown = filename === undefined ? '<stdin>' : posix(path.relative(io.cwd, full)) || posix(full);
  const { text } = decodeText(await io.readStdin(), shown);
  const file = { shown, folder: await folderAround(full), isNamed: true, ...(filename !== undefined && { full }) };
  return lintText(text, file, { ...(as && { as }), ...(strict && { strict }) });
}

async function* print(result: LintResult, { format }: LintArguments, io: Io): AsyncIterable<string> {
  const base = reportBase(io);
  const { rulePages } = io;
  if (format === 'text') yield* formatLintText(result);
  else if (format === 'json') yield* formatLintJson(result);
  else if (format === 'github') yield* formatLintGithub(result, base);
  else yield* formatLintSarif(result, { base, rulePages, pages: await readPages(rulePages) });
}

/** On GitHub paths count from the root of the checkout, wherever in it the command runs. */
function reportBase({ cwd, env }: Io): string {
  const checkout = env.GITHUB_WORKSPACE;
  return checkout !== undefined && path.isAbsolute(checkout) && pathWithin(checkout, cwd) !== undefined
    ? checkout
    : cwd;
}

/** A package without its pages explains its rules in a sentence each. */
async function readPages(folder: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const id of describedIds) {
    try {
      pages.set(id, await readFile(path.join(folder, `${id}.md`), 'utf8'));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return pages;
}

async function exitCode({ summary }: LintResult, { quiet, maxWarnings }: LintArguments, io: Io): Promise<ExitCode> {
  const { errors, warnings } = summary;
  const allowed = maxWarnings ?? (quiet ? Number.POSITIVE_INFINITY : 0);
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    await io.stderr.write(`incident-docs: --max-warnings allows ${maxWarnings}; there are ${warnings}.\n`);
  }
  return errors > 0 || warnings > allowed ? 1 : 0;
}
