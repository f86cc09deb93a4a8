import path from 'node:path';
import { OperationError } from '../../core/errors';
import { type IncidentMetrics, metrics as metricsOf } from '../../core/operations/metrics';
import { readTextFile } from '../../node/text-file';
import { collectFiles, type FileToLint } from '../collect-files';
import { posix } from '../folder';
import { formatMetricsCsv, formatMetricsJson, formatMetricsText } from '../format-metrics';
import { mapInPool } from '../in-pool';
import type { Command, ExitCode, Io } from '../io';
import { choice, parseOptions } from '../usage';

export const metrics: Command = {
  name: 'metrics',
  summary: 'Compute the durations of incidents, each with the two entries it is read off.',
  usage: [
    'Usage: incident-docs metrics [PATH…] [--format text|json|csv]',
    '',
    '  PATH           Reports, or folders with incidents; without one, all of this folder.',
    '  --format FORM  text, json (one object a line and incident) or csv (a row a metric). Lengths are milliseconds.',
    '',
    'A length between times that are not exact is a range; "~" reaches two minutes to either side.',
  ],
  run: runMetrics,
};

const filesAtOnce = 8;

async function runMetrics(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions('metrics', {
    args: [...argv],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const format = choice('metrics', { name: 'format', value: values.format, values: ['text', 'json', 'csv'] as const });
  const { files, unreadable } = await collectFiles(positionals, { cwd: io.cwd });
  const read = await mapInPool(files, filesAtOnce, outcomeOf);
  const incidents = read.flatMap(({ metrics: found }) => found ?? []);
  const refused = [...unreadable, ...read.flatMap(({ problem }) => problem ?? [])];
  const print = { text: formatMetricsText, json: formatMetricsJson, csv: formatMetricsCsv }[format];
  for (const part of print(incidents)) await io.stdout.write(part);
  if (refused.length === 0) return 0;
  await io.stderr.write(`incident-docs: ${refused.join(' ')}\n`);
  return 2;
}

/** Nothing for a document of another kind, unless it was named. */
async function outcomeOf(file: FileToLint): Promise<{ readonly metrics?: IncidentMetrics; readonly problem?: string }> {
  try {
    const { text } = await readTextFile(file.full, file.shown);
    const { root, conventions } = file.folder;
    const found = metricsOf(posix(path.relative(root, file.full)), text, conventions);
    if (found !== undefined) return { metrics: found };
    return file.isNamed ? { problem: `${file.shown} is no incident report.` } : {};
  } catch (error) {
    return { problem: error instanceof OperationError ? error.message : `${file.shown} cannot be read.` };
  }
}
