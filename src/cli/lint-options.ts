import type { DocumentKindId } from '../core/model/incident';
import { choice, parseOptions, usageError } from './usage';

export type LintFormat = (typeof formats)[number];

export interface LintArguments {
  readonly paths: readonly string[];
  readonly format: LintFormat;
  readonly as?: DocumentKindId;
  readonly strict: boolean;
  readonly fix: boolean;
  readonly quiet: boolean;
  /** Absent: none is allowed, and with `quiet` none counts. */
  readonly maxWarnings?: number;
  /** Absent: files are read. */
  readonly stdin?: { readonly filename?: string };
}

const formats = ['text', 'json', 'sarif', 'github'] as const;
const kinds: readonly DocumentKindId[] = ['incident-report', 'postmortem'];

export function readLintArguments(argv: readonly string[]): LintArguments {
  const { values, positionals } = parseOptions('lint', {
    args: [...argv],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      format: { type: 'string', default: 'text' },
      strict: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      'max-warnings': { type: 'string' },
      stdin: { type: 'boolean', default: false },
      'stdin-filename': { type: 'string' },
    },
  });
  const { strict, fix, quiet, stdin, 'stdin-filename': filename, 'max-warnings': most } = values;
  if (filename !== undefined && !stdin) throw usageError('lint', '--stdin-filename is for --stdin.');
  if (stdin && positionals.length > 0)
    throw usageError('lint', '--stdin takes no PATH; --stdin-filename names the text.');
  if (stdin && fix) throw usageError('lint', '--fix writes files; --stdin has none.');
  const as = values.as === undefined ? undefined : choice('lint', { name: 'as', value: values.as, values: kinds });
  return {
    paths: positionals,
    format: choice('lint', { name: 'format', value: values.format, values: formats }),
    strict,
    fix,
    quiet,
    ...(as !== undefined && { as }),
    ...(most !== undefined && { maxWarnings: readMaxWarnings(most) }),
    ...(stdin && { stdin: filename === undefined ? {} : { filename } }),
  };
}

/** -1 is any number, as in other linters. */
function readMaxWarnings(given: string): number {
  if (given === '-1') return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(given)) throw usageError('lint', `--max-warnings is "${given}"; expected a number such as 10.`);
  return Number(given);
}
