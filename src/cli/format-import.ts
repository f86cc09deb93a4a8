import type { Candidate, ImportReading } from '../core/import/candidate';
import { formatMessage } from '../core/model/message';
import { formatStamp } from '../core/model/read-stamp';
import { type ImportedTimeline, importResult } from '../core/operations/import-timeline';
import { leftOutLines } from '../core/operations/import-words';

export interface ImportOutcome extends Omit<ImportedTimeline, 'edits'> {
  readonly incident: string;
  /** The report's path as one reads it from where the command runs. */
  readonly report: string;
  readonly reading: ImportReading;
  readonly dryRun: boolean;
}

const mostLines = 50;

export function formatImportText(outcome: ImportOutcome): string {
  const { added, report, reading, dryRun } = outcome;
  const result = importResult(outcome, outcome).map(formatMessage).join(' ');
  const guesses = added.flatMap(({ candidate, id }) => guessLine(candidate, id) ?? []);
  return [
    ...(dryRun ? ['Nothing is written in a dry run. It would add:', ...rowLines(outcome)] : []),
    result,
    report,
    ...block('Guessed kinds', guesses),
    ...block('Assumed', reading.notes.map(formatMessage)),
    ...block('Left out', leftOutWords(reading)),
    '',
  ].join('\n');
}

export function formatImportJson(outcome: ImportOutcome): string {
  const { incident, report, reading, dryRun, added, known } = outcome;
  return `${JSON.stringify({
    version: 1,
    incident,
    report,
    dryRun,
    message: importResult(outcome, outcome).map(formatMessage).join(' '),
    added: added.map(({ candidate, id }) => ({ id, ...plain(candidate) })),
    known: known.map(plain),
    leftOut: leftOutLines(reading).map(({ reason, count, words, examples }) => ({
      reason,
      count,
      words: formatMessage(words),
      examples,
    })),
    notes: reading.notes.map(formatMessage),
  })}\n`;
}

function plain({ key, where, stamp, zone, kind, guess, event, systems, actors, evidence }: Candidate) {
  const guessed = guess === undefined ? null : formatMessage(guess);
  return { key, where, time: formatStamp(stamp), zone: zone ?? null, kind, guessed, event, systems, actors, evidence };
}

function rowLines({ added }: ImportOutcome): readonly string[] {
  return shortened(
    added.map(({ candidate: { stamp, kind, guess, event }, id }) => {
      const mark = guess === undefined ? '' : '?';
      return `  ${id.padEnd(6)} ${formatStamp(stamp)}  ${kind}${mark}  ${event}`;
    }),
  );
}

function guessLine({ kind, guess }: Candidate, id: string): string | undefined {
  return guess === undefined ? undefined : `${id} ${kind}: ${formatMessage(guess)}`;
}

function leftOutWords(reading: ImportReading): readonly string[] {
  return leftOutLines(reading).map(({ words, places }) =>
    places === undefined ? formatMessage(words) : `${formatMessage(words)} (${places})`,
  );
}

function block(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...shortened(lines.map((line) => `  ${line}`))];
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), `  … and ${lines.length - mostLines} more; --format json has all.`];
}
