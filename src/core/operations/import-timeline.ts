import type { Candidate } from '../import/candidate';
import type { ReportDocument } from '../kinds/incident-document';
import type { Conventions } from '../model/conventions';
import { type Message, message } from '../model/message';
import { instantOf } from '../model/stamp';
import type { TextEdit } from '../model/text';
import { readReport, siblings } from './add-timeline-entry';
import { type EntryDraft, entryValues } from './entry-draft';
import { createEntryIds } from './entry-id';
import { insertEntries } from './insert-entries';
import { createKnownEntries } from './known-entries';
import { placesAmong } from './timeline-places';

export interface ImportedTimeline {
  readonly edits: readonly TextEdit[];
  /** In order of time. */
  readonly added: readonly { readonly candidate: Candidate; readonly id: string }[];
  /** What the report has already. */
  readonly known: readonly Candidate[];
}

/** The chosen candidates at their places in time, in one set of edits; what the report has already is left out. */
export function importTimeline(
  text: string,
  candidates: readonly Candidate[],
  conventions: Conventions,
): ImportedTimeline {
  const report = readReport(text, conventions);
  if (report === undefined) return { edits: [], added: [], known: [] };
  const { fresh, known } = splitKnown(report, candidates);
  const sorted = fresh.toSorted((one, other) => startOf(one) - startOf(other));
  const idFor = createEntryIds(report.entries.flatMap(({ id }) => (id === undefined ? [] : [id.text])));
  const added = sorted.map((candidate) => ({ candidate, id: idFor(candidate.stamp) }));
  const entries = siblings(report);
  const { indexes, isNewestFirst } = placesAmong(entries, sorted.map(startOf));
  const placed = added.map(({ candidate, id }, at) => ({
    index: indexes[at] ?? entries.length,
    values: entryValues(draftOf(candidate), id),
  }));
  return { edits: insertEntries(report, entries, isNewestFirst ? placed.reverse() : placed), added, known };
}

/** Which candidates the report has already: for a preview, which offers only the others, in order of time. */
export function candidatesFor(
  text: string,
  candidates: readonly Candidate[],
  conventions: Conventions,
): { readonly fresh: readonly Candidate[]; readonly known: readonly Candidate[] } {
  const report = readReport(text, conventions);
  const { fresh, known } = report === undefined ? { fresh: candidates, known: [] } : splitKnown(report, candidates);
  return { fresh: fresh.toSorted((one, other) => startOf(one) - startOf(other)), known };
}

/** What was done, or in a dry run would be, a sentence each: `Added 34 entries, left out 6 known ones.`, `9 kinds are guesses.` */
export function importResult(
  { added, known }: Omit<ImportedTimeline, 'edits'>,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): readonly Message[] {
  const [add, leave] = dryRun ? ['Would add', 'leave'] : ['Added', 'left'];
  const count = added.length;
  const guesses = added.filter(({ candidate }) => candidate.guess !== undefined).length;
  const entries = count === 0 ? 'no entries' : count === 1 ? '1 entry' : '{count} entries';
  const others = known.length === 1 ? '1 known one' : '{known} known ones';
  const rest = known.length === 0 ? '' : `, ${leave} out ${others}`;
  const first = message(`${add} ${entries}${rest}.`, { count, known: known.length });
  if (guesses === 0) return [first];
  return [first, guesses === 1 ? message('1 kind is a guess.') : message('{guesses} kinds are guesses.', { guesses })];
}

function splitKnown({ markdown, entries }: ReportDocument, candidates: readonly Candidate[]) {
  const isKnown = createKnownEntries(markdown.text, entries);
  const fresh: Candidate[] = [];
  const known: Candidate[] = [];
  for (const candidate of candidates) (isKnown(candidate) ? known : fresh).push(candidate);
  return { fresh, known };
}

function draftOf({ key, stamp, kind, event, systems, actors, evidence }: Candidate): EntryDraft {
  return { stamp, kind, event, systems, actors, evidence, sourceId: key };
}

function startOf({ stamp }: Candidate): number {
  return instantOf(stamp) ?? 0;
}
