/** Reads `--name-status -z --diff-filter=R`: `R087`, old path, new path, all ended by NUL. */
export function parseRenames(output: Buffer | undefined): ReadonlyMap<string, string> {
  const fields = output?.toString('utf8').split('\0') ?? [];
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) renames.set(fields[at + 1] ?? '', fields[at + 2] ?? '');
  return renames;
}
