import { pathWithin } from './folder';
import { summaryLine } from './format-lint';
import type { LintedFile, LintedFinding, LintResult, LintSeverity } from './lint-result';

/** Workflow commands of GitHub Actions, an annotation a finding; `base` is the root of the checkout. */
export function* formatLintGithub({ files, summary }: LintResult, base: string): Iterable<string> {
  for (const file of files) {
    for (const finding of file.findings) yield `${annotation(file, finding, base)}\n`;
  }
  yield `${summaryLine(summary)}\n`;
}

const commands: Readonly<Record<LintSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function annotation({ path, full }: LintedFile, { severity, rule, message, range }: LintedFinding, base: string) {
  const { start, end } = range;
  const isOneLine = start.line === end.line;
  const properties = {
    title: rule,
    file: (full === undefined ? undefined : pathWithin(base, full)) ?? path,
    line: start.line + 1,
    // Columns are taken only within one line.
    ...(isOneLine ? { col: start.character + 1, endColumn: end.character + 1 } : { endLine: end.line + 1 }),
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
