import type { Commit } from '../../core/model/commit';

/** Reads a commit object as git stores it; nothing where it is none. Linear in the object, whatever stands there. */
export function parseCommit(hash: string, object: Buffer): Commit | undefined {
  const headerEnd = object.indexOf('\n\n');
  const header = object.subarray(0, headerEnd < 0 ? object.length : headerEnd).subarray(0, longestHeader);
  const charset = headerValue(header.toString('latin1').split('\n'), 'encoding');
  const lines = decode(header, charset).split('\n');
  const author = signatureOf(headerValue(lines, 'author'));
  const committer = signatureOf(headerValue(lines, 'committer'));
  if (author === undefined || committer === undefined) return undefined;
  const body = headerEnd < 0 ? object.subarray(0, 0) : object.subarray(headerEnd + 2);
  return {
    hash,
    subject: subjectOf(decode(body.subarray(0, longestSubject), charset)),
    author: author.name,
    authored: author.at,
    committed: committer.at,
    parents: lines.flatMap((line) =>
      /^parent (?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(line) ? [line.slice('parent '.length)] : [],
    ),
  };
}

const longestHeader = 64 * 1024;
const longestSubject = 4 * 1024;

/** The first header line of that name; signatures and merged tags hold more, but indented or further down. */
function headerValue(lines: readonly string[], name: string): string | undefined {
  return lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
}

/** `alice <alice@example.org> 1700000000 +0100` */
function signatureOf(value: string | undefined): { readonly name: string; readonly at: number } | undefined {
  const mailEnd = value?.lastIndexOf('>') ?? -1;
  if (value === undefined || mailEnd < 0) return undefined;
  const seconds = /^ (\d{1,12})(?: |$)/.exec(value.slice(mailEnd + 1, mailEnd + 40))?.[1];
  if (seconds === undefined) return undefined;
  const mailStart = value.indexOf('<');
  return { name: value.slice(0, mailStart < 0 ? mailEnd : mailStart).trim(), at: Number(seconds) * 1000 };
}

/** The first paragraph on one line, as git shows it. */
function subjectOf(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => line !== '');
  if (first < 0) return '';
  const end = lines.indexOf('', first);
  return lines.slice(first, end < 0 ? undefined : end).join(' ');
}

function decode(bytes: Buffer, charset: string | undefined): string {
  if (charset === undefined) return bytes.toString('utf8');
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
