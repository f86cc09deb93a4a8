import { formatMessage, type Message } from '../core/model/message';
import { lineStartsOf, type Range, rangeOf } from '../core/model/text';
import type { CheckedFile } from '../core/operations/check-files';
import type { CheckedFinding, DiagnosticSeverity, Fix } from '../core/rules/rule';

/** As `.incidents.yml` names them. */
export type LintSeverity = 'error' | 'warning' | 'info' | 'hint';

export interface LintedFinding {
  readonly rule: string;
  readonly severity: LintSeverity;
  /** In one line. */
  readonly message: string;
  readonly range: Range;
  readonly fixable: boolean;
  /** Those that are edits of this file. */
  readonly fixes: readonly LintedFix[];
  readonly related: readonly { readonly range: Range; readonly message: string }[];
}

export interface LintedFix {
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

export interface LintedFile {
  /** As it is shown: relative to where the command runs, with slashes. */
  readonly path: string;
  /** Absolute; absent for a text that stands in no file. */
  readonly full?: string;
  readonly kind: CheckedFile['kind'];
  readonly findings: readonly LintedFinding[];
  /** Fixes that were applied. */
  readonly fixed: number;
}

export interface LintSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Absent where nothing was to be fixed. */
  readonly fixed?: number;
}

export interface LintResult {
  readonly files: readonly LintedFile[];
  readonly summary: LintSummary;
  /** Files that were named and say of no kind of ours. */
  readonly others: readonly string[];
  /** A sentence for each file that could not be read or written. */
  readonly unreadable: readonly string[];
}

/** A checked text with places as editors have them. */
export function lintedFile(
  { kind, text, findings }: CheckedFile,
  file: Pick<LintedFile, 'path' | 'full' | 'fixed'>,
): LintedFile {
  const lineStarts = findings.length === 0 ? [] : lineStartsOf(text);
  return { ...file, kind, findings: findings.map((finding) => lintedFinding(finding, lineStarts)) };
}

export function summaryOf(files: readonly LintedFile[], { isFixing }: { readonly isFixing: boolean }): LintSummary {
  const count = (severity: LintSeverity) =>
    files.reduce((sum, { findings }) => sum + findings.filter((one) => one.severity === severity).length, 0);
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    ...(isFixing && { fixed: files.reduce((sum, { fixed }) => sum + fixed, 0) }),
  };
}

/** With errors alone. */
export function errorsOnly(result: LintResult): LintResult {
  const files = result.files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ severity }) => severity === 'error'),
  }));
  const summary = { ...result.summary, ...summaryOf(files, { isFixing: false }) };
  return { ...result, files, summary };
}

function lintedFinding(finding: CheckedFinding, lineStarts: readonly number[]): LintedFinding {
  const { rule, severity, message, span, fixes = [], related = [] } = finding;
  return {
    rule,
    severity: shortSeverity[severity],
    message: oneLine(message),
    range: rangeOf(lineStarts, span),
    fixable: fixes.length > 0,
    fixes: fixes.flatMap((fix) => lintedFix(fix, lineStarts)),
    related: related.map((one) => ({ range: rangeOf(lineStarts, one.span), message: oneLine(one.message) })),
  };
}

function lintedFix(fix: Fix, lineStarts: readonly number[]): readonly LintedFix[] {
  if (fix.kind !== 'edit' || fix.edits.length === 0) return [];
  const edits = fix.edits.map(({ span, newText }) => ({ range: rangeOf(lineStarts, span), newText }));
  return [{ title: oneLine(fix.title), edits }];
}

function oneLine(message: Message): string {
  return formatMessage(message).replace(/\s*[\r\n]+\s*/g, ' ');
}

const shortSeverity: Readonly<Record<DiagnosticSeverity, LintSeverity>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};
