export type StreamedObject =
  | { readonly state: 'found'; readonly hash: string; readonly type: string; readonly object: Buffer }
  | { readonly state: 'missing' | 'ambiguous' | 'too-large' };

/**
 * Takes the output of `cat-file --batch` part by part and gives each object once it is whole. What is larger than
 * `largest` bytes is passed over without being kept. The function answers false where the output cannot be understood.
 */
export function createObjectStream(
  largest: number,
  onObject: (object: StreamedObject) => void,
): (part: Buffer) => boolean {
  let parts: Buffer[] = [];
  let length = 0;
  /** Bytes that complete what is being read; 0 while a first line is awaited. */
  let wanted = 0;
  let skipped = 0;
  return (part) => {
    parts.push(part);
    length += part.length;
    if (length < wanted) return true;
    let rest = parts.length === 1 ? part : Buffer.concat(parts);
    let isUnderstood = true;
    for (;;) {
      wanted = 0;
      if (skipped > 0) {
        const dropped = Math.min(skipped, rest.length);
        skipped -= dropped;
        rest = rest.subarray(dropped);
        if (skipped > 0) break;
      }
      const line = firstLine(rest);
      if (line === undefined) {
        // A first line repeats the question, and so is never long.
        isUnderstood = rest.length <= longestLine;
        break;
      }
      const header = headerPattern.exec(line.text);
      const size = Number(header?.[3] ?? 0);
      if (header === null) {
        const state = / (missing|ambiguous)$/.exec(line.text)?.[1];
        if (state !== 'missing' && state !== 'ambiguous') return false;
        onObject({ state });
        rest = rest.subarray(line.end);
      } else if (size > largest) {
        onObject({ state: 'too-large' });
        rest = rest.subarray(line.end);
        skipped = size + 1;
      } else {
        wanted = line.end + size + 1;
        if (rest.length < wanted) break;
        const object = Buffer.from(rest.subarray(line.end, line.end + size));
        onObject({ state: 'found', hash: header[1] ?? '', type: header[2] ?? '', object });
        rest = rest.subarray(wanted);
      }
    }
    parts = rest.length === 0 ? [] : [rest];
    length = rest.length;
    return isUnderstood;
  };
}

const headerPattern = /^([0-9a-f]{40}|[0-9a-f]{64}) (commit|tree|blob|tag) (\d{1,15})$/;
const longestLine = 16 * 1024;

function firstLine(bytes: Buffer): { readonly text: string; readonly end: number } | undefined {
  const end = bytes.indexOf(10);
  return end < 0 ? undefined : { text: bytes.toString('latin1', 0, end), end: end + 1 };
}
