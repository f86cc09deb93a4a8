import type { DocumentKindId } from '../../core/model/incident';
import { collectFiles } from '../collect-files';
import { formatLintJson, formatLintText } from '../format-lint';
import type { Command, ExitCode, Io } from '../io';
import { lintFiles } from '../lint-files';
import { choice, parseOptions } from '../usage';

const kinds: readonly DocumentKindId[] = ['incident-report', 'postmortem'];

export const lint: Command = {
  name: 'lint',
  summary: 'Check incident reports and postmortems.',
  usage: [
    'Usage: incident-docs lint [PATH…] [--as KIND] [--format text|json] [--strict]',
    '',
    '  PATH           Files, or folders whose incident documents are checked; without one, all of this folder.',
    '  --as KIND      Read the files as incident-report or postmortem whatever they say, at full severity.',
    '  --format FORM  text (path:line:column severity rule message) or json.',
    '  --strict       Full severity for open incidents too.',
  ],
  run: runLint,
};

async function runLint(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions('lint', {
    args: [...argv],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      format: { type: 'string', default: 'text' },
      strict: { type: 'boolean', default: false },
    },
  });
  const format = choice('lint', { name: 'format', value: values.format, values: ['text', 'json'] as const });
  const as = values.as === undefined ? undefined : choice('lint', { name: 'as', value: values.as, values: kinds });
  const collected = await collectFiles(positionals, { cwd: io.cwd, ...(as && { as }) });
  const result = await lintFiles(collected, { ...(as && { as }), ...(values.strict && { strict: true }) });
  const print = format === 'json' ? formatLintJson : formatLintText;
  for (const part of print(result)) await io.stdout.write(part);
  if (result.unreadable.length > 0) {
    await io.stderr.write(`incident-docs: ${result.unreadable.join(' ')}\n`);
    return 2;
  }
  const { errors, warnings } = result.summary;
  return errors + warnings > 0 ? 1 : 0;
}
