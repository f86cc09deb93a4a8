/** The candidate that was probably meant: the same but for case, else within a few edits; nothing where none is near. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || wanted.length > 60) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = wanted === other ? 0 : editDistance(wanted, other);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best ?? candidates.find((candidate) => wanted.length >= 3 && candidate.toLowerCase().startsWith(wanted));
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
