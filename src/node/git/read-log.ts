import type { BlamedLines, LoggedCommit, ReleaseTag } from '../../core/model/commit';

/** Reads `rev-list --format`, whose fields end with NUL: `commit HASH`, parents, author, two times, message. */
export function parseLog(output: Buffer): readonly LoggedCommit[] {
  const fields = output.toString('utf8').split('\0');
  const commits: LoggedCommit[] = [];
  for (let at = 0; at + 5 < fields.length; at += 6) {
    const hash = /commit ([0-9a-f]{40,64})\s*$/.exec(fields[at] ?? '')?.[1];
    const message = (fields[at + 5] ?? '').trim();
    if (hash === undefined) continue;
    commits.push({
      hash,
      parents: (fields[at + 1] ?? '').split(' ').filter((parent) => parent !== ''),
      author: fields[at + 2] ?? '',
      authored: Number(fields[at + 3]) * 1000,
      committed: Number(fields[at + 4]) * 1000,
      subject: firstParagraph(message),
      message,
    });
  }
  return commits;
}

/** Reads `rev-list --parents`: a commit and its parents a line. */
export function parseParents(output: Buffer): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, readonly string[]>();
  for (const line of output.toString('latin1').split('\n')) {
    const [hash, ...rest] = line.split(' ');
    if (hash !== undefined && hash !== '') parents.set(hash, rest);
  }
  return parents;
}

/** Reads the tags of `for-each-ref`; one that leads to no commit by one step is passed over later, as no commit has its id. */
export function parseTags(output: Buffer): readonly ReleaseTag[] {
  return output
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [, own, led, at, name, tagger] = /^([0-9a-f]+) ([0-9a-f]*) (\d+) refs\/tags\/(.+)\0(.*)$/.exec(line) ?? [];
      if (own === undefined || name === undefined) return [];
      const commit = led === undefined || led === '' ? own : led;
      return [{ name, commit, at: Number(at) * 1000, ...(tagger !== undefined && tagger !== '' && { tagger }) }];
    });
}

/** Reads `blame --incremental`: `HASH line nowLine count`, then words about the commit, up to `filename PATH`. */
export function parseBlame(output: Buffer): readonly BlamedLines[] {
  const blamed: BlamedLines[] = [];
  let head: RegExpExecArray | null = null;
  for (const line of output.toString('utf8').split('\n')) {
    const start = /^([0-9a-f]{40,64}) (\d+) (\d+) (\d+)$/.exec(line);
    if (start !== null) head = start;
    else if (head !== null && line.startsWith('filename ')) {
      const [, commit = '', from, now, count] = head;
      const path = unquoted(line.slice('filename '.length));
      blamed.push({ commit, path, line: Number(from), nowLine: Number(now), count: Number(count) });
      head = null;
    }
  }
  return blamed.sort((a, b) => a.nowLine - b.nowLine);
}

function firstParagraph(message: string): string {
  return (message.split(/\n\s*\n/, 1)[0] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** Git writes odd names in quotes with C escapes, bytes in octal. */
function unquoted(name: string): string {
  if (!name.startsWith('"') || !name.endsWith('"')) return name;
  const bytes: number[] = [];
  for (const [part, octal, sign] of name.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else bytes.push(...Buffer.from(sign === undefined ? part : (escapes[sign] ?? sign)));
  }
  return Buffer.from(bytes).toString('utf8');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };
