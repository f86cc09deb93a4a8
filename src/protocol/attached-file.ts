import { maxEvidenceBytes } from '../core/model/evidence';
import { type Infer, list, number, object, oneOf, text, union } from './parse';

export { maxEvidenceBytes };

/** A file that waits in the extension until its entry is saved; nothing of it lies in the repository before. */
export interface AttachedFile {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly name: string;
}

/** As it stands among the evidence of the form. */
export function writeAttached({ key, size, name }: AttachedFile): string {
  return `attached:${key}:${size}:${name.slice(0, 200)}`;
}

/** Nothing for a link, a commit or any other text. */
export function readAttached(evidence: string): AttachedFile | undefined {
  const [, key, size, name] = /^attached:([0-9a-f-]{36}):(\d{1,9}):(.+)$/s.exec(evidence) ?? [];
  return key === undefined || name === undefined ? undefined : { key, size: Number(size), name };
}

const mostFiles = 20;

const pastedFile = object({
  name: text(1_000),
  size: number(0, Number.MAX_SAFE_INTEGER),
  /** Empty for a file that is too large to be kept. */
  base64: text(4 * Math.ceil(maxEvidenceBytes / 3)),
});
export type PastedFile = Infer<typeof pastedFile>;

/** Files that the page has, or asks to have. */
export const attachMessage = union(
  object({ type: oneOf(['attach'] as const), files: list(pastedFile, mostFiles) }),
  /** Files of the workspace, dragged from the explorer; any other address is left alone. */
  object({ type: oneOf(['attach-addresses'] as const), addresses: list(text(4_000), mostFiles) }),
  object({ type: oneOf(['choose-files'] as const) }),
);
export type AttachMessage = Infer<typeof attachMessage>;

/** Those that are to stand among the evidence now. */
export const attachedMessage = object({
  type: oneOf(['attached'] as const),
  evidence: list(text(2_000), mostFiles),
});
