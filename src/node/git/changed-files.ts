import type { ChangedFile } from '../../core/model/commit';

/**
 * Reads what `diff-tree --stdin -z --raw --numstat` prints, fields separated by NUL: a hash, then for each file
 * `:modes ids R087`, path (old path, path), then again for each file `12 TAB 3 TAB path` (`12 TAB 3 TAB`, old path, path).
 */
export function parseChanges(output: Buffer): ReadonlyMap<string, readonly ChangedFile[]> {
  const fields = output.toString('utf8').split('\0');
  const changes = new Map<string, ChangedFile[]>();
  let files: ChangedFile[] = [];
  let counted = 0;
  for (let at = 0; at < fields.length; ) {
    const field = fields[at] ?? '';
    const status = /^:\d+ \d+ [0-9a-f]+ [0-9a-f]+ ([A-Z])\d*$/.exec(field)?.[1];
    const counts = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(field);
    if (status !== undefined) {
      const isMoved = status === 'R' || status === 'C';
      files.push(fileOf(status, fields[at + 1] ?? '', fields[at + 2] ?? ''));
      at += isMoved ? 3 : 2;
    } else if (counts !== null) {
      count(files, counted++, counts);
      at += counts[3] === '' ? 3 : 1;
    } else {
      // A commit that changed no file prints nothing, not even its hash.
      if (/^[0-9a-f]{40,64}$/.test(field)) {
        files = [];
        counted = 0;
        changes.set(field, files);
      }
      at++;
    }
  }
  return changes;
}

function fileOf(status: string, path: string, next: string): ChangedFile {
  if (status === 'R' || status === 'C') return { path: next, oldPath: path, status: 'renamed' };
  return { path, status: status === 'A' ? 'added' : status === 'D' ? 'deleted' : 'modified' };
}

/** The numbers come in the order of the files; what is no text has dashes in their place. */
function count(files: ChangedFile[], index: number, [, added = '-', removed = '-']: RegExpExecArray): void {
  const file = files[index];
  if (file !== undefined && added !== '-') files[index] = { ...file, added: Number(added), removed: Number(removed) };
}
