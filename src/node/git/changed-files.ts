export interface ChangedFile {
  /** Relative to the repository's root, posix. */
  readonly path: string;
  /** Where the file was before, if it was moved. */
  readonly oldPath?: string;
  readonly status: 'added' | 'deleted' | 'modified' | 'renamed';
}

/** Reads `--name-status -z`: `M`, path; `R087`, old path, path; all separated by NUL. */
export function parseChangedFiles(output: Buffer): readonly ChangedFile[] {
  const fields = output.toString('utf8').split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const sign = fields[at]?.[0];
    const path = fields[at + 1] ?? '';
    if (sign === 'R' || sign === 'C') {
      files.push({ path: fields[at + 2] ?? '', oldPath: path, status: 'renamed' });
      at += 3;
    } else {
      files.push({ path, status: sign === 'A' ? 'added' : sign === 'D' ? 'deleted' : 'modified' });
      at += 2;
    }
  }
  return files;
}
