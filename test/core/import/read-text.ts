import assert from 'node:assert/strict';
import type { Candidate, ImportReading } from '../../../src/core/import/candidate';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { formatStamp } from '../../../src/core/model/read-stamp';
import { type ImportOptions, readImportText } from '../../../src/core/operations/read-import';

export const importOptions: ImportOptions = { conventions: defaultConventions, timeZone: 'Europe/Berlin' };

/** Reads a text as a source; what is none fails the test. */
export function readText(text: string, options: Partial<ImportOptions> = {}): ImportReading {
  const read = readImportText(text, 'source', { ...importOptions, ...options });
  assert.ok(typeof read === 'object' && 'candidates' in read, JSON.stringify(read));
  return read;
}

/** What was expected of a text that is no source. */
export function problemOf(text: string, options: Partial<ImportOptions> = {}): string {
  const read = readImportText(text, 'source', { ...importOptions, ...options });
  assert.ok(typeof read === 'object' && 'problem' in read, 'was read');
  return formatMessage(read.problem);
}

/** `2026-11-23 14:02:10Z alert? Text @who link`, the question mark for a guess. */
export function lineOf({ stamp, kind, guess, event, actors, evidence }: Candidate): string {
  const who = actors.map((name) => `@${name}`);
  return [formatStamp(stamp), `${kind}${guess === undefined ? '' : '?'}`, event, ...who, ...evidence].join(' ');
}

export function linesOf({ candidates }: ImportReading): readonly string[] {
  return candidates.map(lineOf);
}

export function leftOutOf({ leftOut }: ImportReading): Readonly<Record<string, number>> {
  return Object.fromEntries(leftOut.map(({ reason, count }) => [reason, count]));
}

export function notesOf({ notes }: ImportReading): readonly string[] {
  return notes.map(formatMessage);
}
