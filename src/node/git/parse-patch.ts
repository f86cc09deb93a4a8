import type { FileChange, Hunk } from '../../core/model/file-change';

/**
 * Reads what `diff-tree --stdin -p -U0` prints: the hash of a commit, then a patch for each file. A file without
 * readable lines (binary, mode change, rename alone) has no hunk. Linear; lines that are no part of a patch are passed over.
 */
export function parsePatches(output: string): ReadonlyMap<string, readonly FileChange[]> {
  const changes = new Map<string, FileChange[]>();
  let files: FileChange[] = [];
  // Lines of files stand behind a sign, so neither mark can be one of them.
  for (const part of output.split(/^(?=diff --git |[0-9a-f]{40,64}$)/m)) {
    if (part.startsWith('diff --git ')) {
      const file = parseFile(part.split('\n'));
      if (file !== undefined) files.push(file);
    } else if (/^[0-9a-f]{40}/.test(part)) {
      files = [];
      changes.set(part.trim(), files);
    }
  }
  return changes;
}

type Side = 'old' | 'new';

function parseFile(lines: readonly string[]): FileChange | undefined {
  const firstHunk = lines.findIndex((line) => line.startsWith('@@'));
  const head = firstHunk < 0 ? lines : lines.slice(0, firstHunk);
  const oldPath = pathOf(head, 'old');
  const path = pathOf(head, 'new') ?? oldPath;
  if (path === undefined) return undefined;
  const hunks = firstHunk < 0 ? [] : parseHunks(lines, firstHunk);
  return { path, ...(oldPath !== undefined && { oldPath }), hunks };
}

/** `/dev/null` stands where the file does not exist; a rename without a change has its own lines. */
function pathOf(head: readonly string[], side: Side): string | undefined {
  const [sign, moved] = side === 'old' ? ['--- ', 'rename from '] : ['+++ ', 'rename to '];
  for (const line of head) {
    if (line.startsWith(moved)) return unquoted(line.slice(moved.length));
    if (!line.startsWith(sign)) continue;
    const name = unquoted(line.slice(sign.length).replace(/\t$/, ''));
    return name === '/dev/null' ? undefined : name.slice(2);
  }
  return undefined;
}

function parseHunks(lines: readonly string[], from: number): readonly Hunk[] {
  const hunks: { oldStart: number; newStart: number; removed: string[]; added: string[] }[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, old, now] = /^@@ -(\d{1,9})(?:,\d{1,9})? \+(\d{1,9})/.exec(line) ?? [];
    if (old !== undefined) hunks.push({ oldStart: Number(old), newStart: Number(now), removed: [], added: [] });
    else if (line.startsWith('-')) hunks.at(-1)?.removed.push(line.slice(1));
    else if (line.startsWith('+')) hunks.at(-1)?.added.push(line.slice(1));
  }
  return hunks;
}

/** Git quotes names as C does where they hold quotes, backslashes or control characters. */
function unquoted(name: string): string {
  if (!/^".*"$/.test(name)) return name;
  return name
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };
