/**
 * Whether a path matches a glob: `*` and `?` within a segment, `**` for any number of segments. A glob without a slash
 * names a file at any depth; one that names a folder covers what lies below it. Linear in glob times path.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const trimmed = glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  if (trimmed === '') return false;
  const segments = trimmed.includes('/') ? trimmed.split('/') : ['**', trimmed];
  const names = path.split('/');
  // reached[i]: the first i segments cover the names read so far.
  let reached = [true, ...segments.map((_, at) => segments.slice(0, at + 1).every((segment) => segment === '**'))];
  for (const name of names) {
    const next = [false, ...segments.map(() => false)];
    for (let at = 0; at < segments.length; at++) {
      const segment = segments[at] ?? '';
      next[at + 1] =
        segment === '**'
          ? (reached[at + 1] ?? false) || (next[at] ?? false) || (reached[at] ?? false)
          : (reached[at] ?? false) && matchesSegment(segment, name);
    }
    // `**` may also stand for no segment at all.
    for (let at = 0; at < segments.length; at++) if (segments[at] === '**' && next[at]) next[at + 1] = true;
    reached = next;
    if (reached[segments.length] === true) return true;
  }
  return false;
}

function matchesSegment(pattern: string, name: string): boolean {
  let [at, star, mark] = [0, -1, 0];
  for (let index = 0; index < name.length; ) {
    const sign = pattern[at];
    if (sign === '*') {
      star = at++;
      mark = index;
    } else if (sign === '?' || sign === name[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++mark;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
