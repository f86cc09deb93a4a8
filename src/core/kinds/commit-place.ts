import { blockAt } from '../markdown/places';
import { commitRelations } from '../model/incident';
import type { Span } from '../model/text';
import type { PostmortemDocument } from './incident-document';

/** Where in the field *Commits* of a cause a commit may be written. */
export interface CommitPlace {
  /** What is replaced: the hash, or the subject, that is being typed, with its code signs. */
  readonly span: Span;
  /** Whether a relation stands in front. */
  readonly hasRelation: boolean;
  /** Of `repo@`, in front of the hash. */
  readonly repository?: string;
}

/** Nothing where no commit is being written. */
export function commitPlaceAt({ markdown }: PostmortemDocument, offset: number): CommitPlace | undefined {
  const { text, blocks, starts } = markdown;
  const index = blockAt(markdown, Math.max(0, offset - 1));
  const block = blocks[index];
  if (block?.kind !== 'list-item') return undefined;
  const start = (starts[index] ?? 0) + block.contentStart;
  const before = text.slice(start, offset);
  const field = /^[*_]{0,2}commits?[*_]{0,2}:[*_]{0,2}[ \t]*/i.exec(before);
  if (field === null || offset > (starts[index] ?? 0) + block.text.length) return undefined;
  const item = /[^,]*$/.exec(before.slice(field[0].length))?.[0] ?? '';
  const [lead = '', relation, repository, code = ''] = itemStart.exec(item) ?? [];
  const typed = item.slice(lead.length);
  // Behind a closing code sign the commit is written already.
  if (typed.includes('`')) return undefined;
  const rest = text.slice(offset, starts[index + 1] ?? text.length);
  const after = /^[0-9a-f]{0,64}`?/i.exec(rest)?.[0].length ?? 0;
  return {
    span: { start: offset - typed.length - code.length, end: offset + after },
    hasRelation: relation !== undefined,
    ...(repository !== undefined && { repository }),
  };
}

const itemStart = new RegExp(
  `^[ \\t]*(?:(${commitRelations.join('|')})(?:[ \\t]+by)?[ \\t]*)?(?:([A-Za-z0-9][\\w.-]{0,99})@)?(\`?)`,
  'i',
);
