import { OperationError } from '../errors';
import type { PostmortemDocument } from '../kinds/incident-document';
import { blockAt } from '../markdown/places';
import type { Cause } from '../model/cause';
import { citationKey } from '../model/commit';
import type { CommitRelation } from '../model/incident';
import { type Message, message } from '../model/message';
import { lineEndingOf, type TextEdit } from '../model/text';

/** Enough digits to stay unique in a large repository. */
export const writtenDigits = 12;

export interface CommitLink {
  readonly relation: CommitRelation;
  /** 7 digits or more; 12 are written. */
  readonly hash: string;
  /** Name from `.incidents.yml`, for a commit of another repository. */
  readonly repository?: string;
  /** Stands behind the hash in brackets, as for a suspect that was dismissed. */
  readonly reason?: string;
}

/** What is offered when a commit is linked, in this order; `dismissed` comes from a suspect that was looked at. */
export const linkRelations: readonly { readonly relation: CommitRelation; readonly meaning: Message }[] = [
  { relation: 'introduced', meaning: message('the change that carried the fault') },
  { relation: 'exposed', meaning: message('made an older fault visible') },
  { relation: 'fixed', meaning: message('took the fault away') },
  { relation: 'reverted', meaning: message('took a change back') },
  { relation: 'suspect', meaning: message('not yet proven') },
];

/**
 * Writes a commit into the field *Commits* of a cause: behind what stands there, or as a field of its own after role
 * and class. Nothing else of the text changes.
 */
export function linkCommit(document: PostmortemDocument, causeId: string, link: CommitLink): TextEdit {
  const cause = document.causes.find(({ id }) => id === causeId);
  if (cause === undefined) {
    throw new OperationError('not-found', message('{id} is no longer there.', { id: causeId }));
  }
  const hash = link.hash.slice(0, writtenDigits);
  refuseTwice(cause, { ...link, hash });
  const repository = link.repository === undefined ? '' : `${link.repository}@`;
  const citation = `${link.relation} ${repository}\`${hash}\`${reasonOf(link)}`;
  const { commitsField } = cause;
  if (commitsField === undefined) return newField(document, cause, citation);
  const { text } = document.markdown;
  const written = text.slice(commitsField.start, commitsField.end);
  if (/^(?:[-–—]|none|unknown|tbd)?$/i.test(written)) {
    const blanks =
      written === '' ? (/^[ \t]*/.exec(text.slice(commitsField.end, commitsField.end + 100))?.[0].length ?? 0) : 0;
    const gap = /[ \t]/.test(text.charAt(commitsField.start - 1)) ? '' : ' ';
    return { span: { start: commitsField.start, end: commitsField.end + blanks }, newText: `${gap}${citation}` };
  }
  return { span: { start: commitsField.end, end: commitsField.end }, newText: `, ${citation}` };
}

/** One line, without signs that end the brackets or would read as another citation. */
function reasonOf({ reason = '' }: CommitLink): string {
  const plain = reason
    .replace(/[\s,]+/g, ' ')
    .replace(/[`()[\]]/g, '')
    .replace(/\b[0-9a-f]{7,}\b/gi, (hash) => `${hash.slice(0, 6)}…`)
    .trim();
  return plain === '' ? '' : ` (${plain.slice(0, 200)})`;
}

function refuseTwice({ id, commits }: Cause, link: CommitLink): void {
  const isThere = commits.some(
    ({ relation, hash, repository }) =>
      relation === link.relation &&
      repository === link.repository &&
      (hash.startsWith(link.hash) || link.hash.startsWith(hash)),
  );
  if (!isThere) return;
  const commit = citationKey({ ...link, hash: link.hash.slice(0, 7) });
  const values = { cause: id, relation: link.relation, commit };
  throw new OperationError('already-exists', message('{cause} says "{relation} {commit}" already.', values));
}

/** Behind role and class, else first in the list; written as its neighbour is: sign, emphasis, line ending. */
function newField({ markdown }: PostmortemDocument, cause: Cause, citation: string): TextEdit {
  const { text, blocks, starts } = markdown;
  const eol = lineEndingOf(text);
  const lineOf = (index: number) => (blocks[index]?.text ?? '').replace(/[\r\n]+$/, '');
  const written = (neighbour: string) => {
    const [, sign = '- ', mark = ''] = /^(\s*[-*+]\s+)(\*\*|__|\*|_)?/.exec(neighbour) ?? [];
    return `${sign}${mark}Commits:${mark} ${citation}`;
  };
  const field = cause.class ?? cause.role;
  if (field !== undefined) {
    const index = blockAt(markdown, field.span.start);
    const at = (starts[index] ?? 0) + lineOf(index).length;
    return { span: { start: at, end: at }, newText: `${eol}${written(lineOf(index))}` };
  }
  const heading = blockAt(markdown, cause.heading.start);
  const next = blocks.findIndex(({ kind }, index) => index > heading && kind !== 'blank' && kind !== 'comment');
  if (blocks[next]?.kind === 'list-item') {
    const at = starts[next] ?? text.length;
    return { span: { start: at, end: at }, newText: `${written(lineOf(next))}${eol}` };
  }
  const isFollowed = blocks[heading + 1] !== undefined && blocks[heading + 1]?.kind !== 'blank';
  const at = cause.heading.end;
  return { span: { start: at, end: at }, newText: `${eol}${eol}${written('')}${isFollowed ? eol : ''}` };
}
