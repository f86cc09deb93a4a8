import type { Located } from '../model/incident';
import { type Message, message } from '../model/message';
import { formatStamp } from '../model/read-stamp';
import type { Stamp } from '../model/stamp';
import type { TextEdit } from '../model/text';
import type { ReadProblem } from './front-matter';
import { certain, guessStamp } from './guess-stamp';

/** A time that was not read, or only by the day of the entry above; in the order of the text. */
export interface TimeReading {
  readonly time: Located;
  readonly stamp?: Stamp;
  /** Instant of the entry above. */
  readonly before: number | undefined;
}

/** Findings of `time-format`: one a time, or one for all where many are alike. */
export function timeProblems(readings: readonly TimeReading[]): readonly ReadProblem[] {
  const unread = readings.filter(({ stamp, time }) => stamp === undefined && time.text !== '');
  const dateless = unread.filter((reading) => isDateless(reading));
  const missing = readings.filter(({ stamp, time }) => stamp === undefined && time.text === '');
  const bare = readings.filter(({ stamp, time }) => stamp !== undefined && isBareClock(time.text));
  return [
    ...collapsed(
      unread.filter((reading) => !isDateless(reading)),
      unreadProblem,
      (count) => message('{count} times are not read; expected 2026-11-23 14:05Z.', { count }),
    ),
    ...collapsed(dateless, datelessProblem, (count) =>
      message('{count} times have no date; expected 2026-11-23 14:05Z.', { count }),
    ),
    ...collapsed(missing, missingProblem, (count) =>
      message('{count} entries have no time; expected one such as 2026-11-23 14:05Z, or unknown.', { count }),
    ),
    ...collapsed(bare, bareProblem, (count) =>
      message('{count} times have no date; read as UTC on the day of the entry above.', { count }),
    ),
  ];
}

/** A clock that could be read if anything said its day. */
function isDateless({ time, before }: TimeReading): boolean {
  return before === undefined && (isBareClock(time.text) || /^[`*_~]*\d:\d{2}/.test(time.text));
}

function datelessProblem({ time }: TimeReading): ReadProblem {
  const words = message('"{value}" has no date; expected 2026-11-23 14:05Z.', { value: time.text.slice(0, 40) });
  return { rule: 'time-format', span: time.span, message: words };
}

const mostAlike = 3;

function collapsed(
  readings: readonly TimeReading[],
  problemOf: (reading: TimeReading) => ReadProblem,
  words: (count: number) => Message,
): readonly ReadProblem[] {
  const problems = readings.map(problemOf);
  const first = problems[0];
  if (first === undefined || problems.length <= mostAlike) return problems;
  const edits = problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const title = message('Write {count} times in full', { count: edits.length });
  const fixes = edits.length > 0 ? { fixes: [{ title, edits }] } : {};
  return [{ rule: 'time-format', span: first.span, message: words(problems.length), ...fixes }];
}

function unreadProblem({ time, before }: TimeReading): ReadProblem {
  const value = time.text.length > 40 ? `${time.text.slice(0, 39)}…` : time.text;
  const guess = guessStamp(time.text, before);
  return {
    rule: 'time-format',
    span: time.span,
    message: message('"{value}" is not read as a time; expected 2026-11-23 14:05Z.', { value }),
    ...(guess && { fixes: [writeFix(time, formatStamp(certain(guess)))] }),
  };
}

function missingProblem({ time }: TimeReading): ReadProblem {
  return {
    rule: 'time-format',
    span: time.span,
    message: message('This entry has no time; expected one such as 2026-11-23 14:05Z, or unknown.'),
    // An empty cell ends right before its pipe.
    fixes: [{ title: message('Write unknown'), edits: [{ span: time.span, newText: 'unknown ' }] }],
  };
}

function bareProblem({ time, stamp }: TimeReading): ReadProblem {
  const full = formatStamp(certain(stamp ?? { kind: 'unknown' }));
  return {
    rule: 'time-format',
    span: time.span,
    message: message('"{value}" has no date; read as {full}.', { value: time.text, full }),
    fixes: [writeFix(time, full)],
  };
}

function writeFix({ span }: Located, stamp: string): { readonly title: Message; readonly edits: readonly TextEdit[] } {
  return { title: message('Write {stamp}', { stamp }), edits: [{ span, newText: stamp }] };
}

function isBareClock(text: string): boolean {
  return /^[`*_~]*\s*\d{2}:\d{2}/.test(text);
}
