import { OperationError } from '../errors';
import { readDocument } from '../kinds';
import type { PostmortemDocument, ReportDocument } from '../kinds/incident-document';
import { quoted } from '../language/quotation';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { message } from '../model/message';
import type { Span } from '../model/text';
import type { Change, DocumentStore } from '../ports';
import { addAction } from './add-action';
import { editPostmortem } from './edit-postmortem';
import { removeSentence, type SentencePlace, sentenceAt, sentenceText } from './sentence-place';

export interface ActionRequest {
  readonly path: string;
  /** A finding's cue. */
  readonly span: Span;
  readonly now: number;
}

export interface TurnedIntoAction {
  readonly change: Change;
  readonly postmortemPath: string;
}

/** Takes the sentence at a finding out and makes it an action item of the incident's postmortem. */
export async function turnIntoAction(
  store: DocumentStore,
  conventions: Conventions,
  { path, span, now }: ActionRequest,
): Promise<TurnedIntoAction> {
  const text = await store.read(path);
  const document = text === undefined ? undefined : readDocument(readMarkdown(text), conventions);
  if (text === undefined || document === undefined)
    throw new OperationError('not-found', message('{path} is no longer there.', { path }));
  const place = sentenceAt(document, span.start);
  if (place === undefined)
    throw new OperationError('not-found', message('There is no sentence here that could be an action.'));
  const removal = removeSentence(document, place);
  if (document.kind === 'postmortem') {
    const edits = [removal, addAction(document, wishIn(document, place, span.start))];
    return { change: { creates: [], edits: [{ path, base: text, edits }] }, postmortemPath: path };
  }
  const action = workIn(document, place, span.start);
  const request = { report: document, reportPath: path, now };
  const added = await editPostmortem(store, conventions, {
    ...request,
    editsOf: (postmortem) => [addAction(postmortem, { action })],
  });
  const edits = [...added.change.edits, { path, base: text, edits: [removal] }];
  return { change: { ...added.change, edits }, postmortemPath: added.path };
}

/** A wish about the past tells no end state, so it is quoted and what will be different is asked for. */
function wishIn({ causes, controls }: PostmortemDocument, place: SentencePlace, offset: number) {
  const action = `⟨what will be different⟩: ${quoted(withoutStop(sentenceText(place)))}`;
  const around = [...causes, ...controls].find(({ span }) => span.start <= offset && offset < span.end);
  return { action, ...(around && { addresses: around.id }) };
}

/** The work as it was written, with the entry that it stood in as its citation. */
function workIn({ entries }: ReportDocument, place: SentencePlace, offset: number): string {
  const entry = entries.find(({ span }) => span.start <= offset && offset < span.end);
  const words = withoutStop(sentenceText(place));
  return entry?.id === undefined ? words : `${words} [${entry.id.text}]`;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/(?<!\.)\.$/, '');
}
