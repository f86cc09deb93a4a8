import type { LintedFile, LintedFinding, LintResult, LintSummary } from './lint-result';

/** `path:line:column severity rule message` with one-based places, a summary last; a part a file. */
export function* formatLintText({ files, summary, others }: LintResult): Iterable<string> {
  for (const file of files) {
    if (file.findings.length > 0) yield `${file.findings.map((finding) => textLine(file, finding)).join('\n')}\n`;
  }
  if (others.length > 0) {
    const [first = ''] = others;
    const named = others.length === 1 ? `${first} is` : `${others.length} files, ${first} first, are`;
    yield `${named} no incident document; --as KIND checks any Markdown.\n`;
  }
  yield `${summaryLine(summary)}\n`;
}

/** Places are zero-based, in UTF-16 units. */
export function* formatLintJson({ files, summary }: LintResult): Iterable<string> {
  yield '{"version":1,"files":[';
  for (const [index, file] of files.entries()) yield `${index > 0 ? ',' : ''}${JSON.stringify(jsonFile(file))}`;
  yield `],"summary":${JSON.stringify(summary)}}\n`;
}

function jsonFile({ path, kind, findings }: LintedFile) {
  const shown = findings.map(({ rule, severity, message, range, fixable }) => {
    return { rule, severity, message, range, fixable };
  });
  return { path, kind, findings: shown };
}

function textLine({ path }: LintedFile, { range: { start }, severity, rule, message }: LintedFinding): string {
  return `${path}:${start.line + 1}:${start.character + 1} ${severity} ${rule} ${message}`;
}

/** One sentence on all files. */
export function summaryLine({ files, fixed = 0, errors, warnings, infos, hints }: LintSummary): string {
  const counts = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    counted(infos, 'info'),
    counted(hints, 'hint'),
  ];
  const found = counts.filter((count) => !count.startsWith('0 '));
  const done = `${counted(files, 'file')} checked${fixed === 0 ? '' : `, ${counted(fixed, 'finding')} fixed`}`;
  return `${done}: ${found.length === 0 ? 'no findings' : found.join(', ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
