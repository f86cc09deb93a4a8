import { readDocument } from '../kinds';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { applyEdits, type Span } from '../model/text';
import type { Change, DocumentStore } from '../ports';
import { checkDocument } from '../rules/check';
import type { CheckedFinding } from '../rules/rule';
import { checkEvent } from './check-event';
import { editBetween } from './fix-text';
import { moveToPostmortem } from './move-to-postmortem';

export interface EventSentences {
  /** The change that adds the entry to its report. */
  readonly added: Change;
  readonly id: string;
  /** As it was checked before it stood in the report. */
  readonly event: string;
  /** Offsets in `event` at which the findings begin whose sentences move. */
  readonly moves: readonly number[];
  readonly now: number;
}

/** Adds an entry and moves the explanations in its event to the postmortem, as one change. */
export async function moveEventSentences(
  store: DocumentStore,
  conventions: Conventions,
  { added, id, event, moves, now }: EventSentences,
): Promise<Change> {
  const report = added.edits[0];
  if (report === undefined) return added;
  const texts = new Map([[report.path, applyEdits(report.base, report.edits)]]);
  const overlay = overlayOf(store, texts);
  const status = statusOf(report.base, conventions);
  const movable = checkEvent(event, status, conventions).filter(isMovable);
  const places = movable.flatMap(({ span }, place) => (moves.includes(span.start) ? [place] : []));
  // From the last one on, so that the earlier ones keep their place.
  for (const place of places.reverse()) {
    const span = findingsOfEntry(texts.get(report.path) ?? '', id, conventions)[place];
    if (span === undefined) continue;
    const { change } = await moveToPostmortem(overlay, conventions, { reportPath: report.path, span, now });
    applyTo(texts, change);
  }
  return changeFrom(store, texts);
}

function statusOf(text: string, conventions: Conventions) {
  const document = readDocument(readMarkdown(text), conventions, 'incident-report');
  return document?.kind === 'incident-report' ? document.status : undefined;
}

function findingsOfEntry(text: string, id: string, conventions: Conventions): readonly Span[] {
  const document = readDocument(readMarkdown(text), conventions, 'incident-report');
  if (document?.kind !== 'incident-report') return [];
  const span = document.entries.find((entry) => entry.id?.text === id)?.event.span;
  if (span === undefined) return [];
  return checkDocument(document, { conventions })
    .filter((finding) => isMovable(finding) && finding.span.start >= span.start && finding.span.end <= span.end)
    .map((finding) => finding.span);
}

function isMovable({ fixes }: CheckedFinding): boolean {
  return fixes?.some(({ kind }) => kind === 'move-to-postmortem') ?? false;
}

/** The store as it would be with these texts written. */
function overlayOf(store: DocumentStore, texts: ReadonlyMap<string, string>): DocumentStore {
  return {
    ...store,
    read: async (path) => texts.get(path) ?? store.read(path),
    exists: async (path) => texts.has(path) || store.exists(path),
    list: (path) => store.list(path),
  };
}

function applyTo(texts: Map<string, string>, { creates, edits }: Change): void {
  for (const { path, text } of creates) texts.set(path, text);
  for (const { path, base, edits: each } of edits) texts.set(path, applyEdits(base, each));
}

async function changeFrom(store: DocumentStore, texts: ReadonlyMap<string, string>): Promise<Change> {
  const creates: Change['creates'][number][] = [];
  const edits: Change['edits'][number][] = [];
  for (const [path, text] of texts) {
    const base = await store.read(path);
    if (base === undefined) creates.push({ path, text });
    else if (base !== text) edits.push({ path, base, edits: [editBetween(base, text)] });
  }
  return { creates, edits };
}
