import type { Commit } from '../../core/model/commit';

/** Reads a commit object as git stores it; nothing where it is none. */
export function parseCommit(hash: string, object: Buffer): Commit | undefined {
  const headerEnd = object.indexOf('\n\n');
  const header = object.subarray(0, headerEnd < 0 ? object.length : headerEnd).toString('utf8');
  const charset = /^encoding (\S+)$/m.exec(header)?.[1];
  const headers = charset === undefined ? header : decode(Buffer.from(object.subarray(0, headerEnd)), charset);
  const author = signatureOf(headers, 'author');
  const committer = signatureOf(headers, 'committer');
  if (author === undefined || committer === undefined) return undefined;
  const body = headerEnd < 0 ? '' : decode(object.subarray(headerEnd + 2), charset);
  return {
    hash,
    subject: subjectOf(body),
    author: author.name,
    authored: author.at,
    committed: committer.at,
    parents: [...headers.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, parent = '']) => parent),
  };
}

/** `author Name <mail> 1700000000 +0100`; the first such line, as signatures and merged tags may hold others. */
function signatureOf(header: string, role: 'author' | 'committer'): { name: string; at: number } | undefined {
  const match = new RegExp(`^${role} (.*?) ?<[^>\\n]*> (\\d{1,12})(?: [-+]\\d{4})?$`, 'm').exec(header);
  if (match === null) return undefined;
  return { name: match[1] ?? '', at: Number(match[2]) * 1000 };
}

/** The first paragraph on one line, as git shows it. */
function subjectOf(message: string): string {
  const [first = ''] = message.replace(/^\s*\n/, '').split(/\n[ \t]*\n/, 1);
  return first.replace(/\s*\n\s*/g, ' ').trim();
}

function decode(bytes: Buffer, charset: string | undefined): string {
  if (charset === undefined) return bytes.toString('utf8');
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
