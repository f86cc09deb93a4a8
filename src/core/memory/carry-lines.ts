/**
 * Where each line of an older text stands in a newer one: the zero-based line, or -1 where it is gone or was changed.
 * Lines are compared without their white space, so a line that was indented anew is the same line. The method is
 * that of patience diff (Bram Cohen): lines that occur once on both sides are matched in order, and their neighbours
 * grow from them. Near linear; where it would not be, what is left counts as changed.
 */
export function carryLines(before: readonly string[], after: readonly string[]): Int32Array {
  return createLineCarrier(after)(before);
}

/** The same for several older texts of one file: what they share is read once. */
export function createLineCarrier(after: readonly string[]): (before: readonly string[]) => Int32Array {
  const ids: LineNumbers = { byLine: new Map(), byText: new Map() };
  const b = numbered(after, ids);
  return (before) => carry(numbered(before, ids), b);
}

function carry(a: Int32Array, b: Int32Array): Int32Array {
  const carried = new Int32Array(a.length).fill(-1);
  const waiting: Stretch[] = [{ aFrom: 0, aEnd: a.length, bFrom: 0, bEnd: b.length }];
  // Each round of a stretch costs its length; texts made to need many rounds end here.
  let budget = 40 * (a.length + b.length) + 1000;
  for (let stretch = waiting.pop(); stretch !== undefined && budget > 0; stretch = waiting.pop()) {
    const inner = matchEnds(a, b, stretch, carried);
    budget -= stretch.aEnd - stretch.aFrom + (stretch.bEnd - stretch.bFrom);
    if (inner.aFrom === inner.aEnd || inner.bFrom === inner.bEnd) continue;
    const anchors = increasing(uniquePairs(a, b, inner));
    if (anchors.length === 0) continue;
    let { aFrom, bFrom } = inner;
    for (const [aLine, bLine] of anchors) {
      carried[aLine] = bLine;
      waiting.push({ aFrom, aEnd: aLine, bFrom, bEnd: bLine });
      [aFrom, bFrom] = [aLine + 1, bLine + 1];
    }
    waiting.push({ aFrom, aEnd: inner.aEnd, bFrom, bEnd: inner.bEnd });
  }
  return carried;
}

interface Stretch {
  readonly aFrom: number;
  readonly aEnd: number;
  readonly bFrom: number;
  readonly bEnd: number;
}

interface LineNumbers {
  /** Lines as they are written, which saves taking the white space out of most. */
  readonly byLine: Map<string, number>;
  readonly byText: Map<string, number>;
}

/** Equal lines have equal numbers. */
function numbered(lines: readonly string[], { byLine, byText }: LineNumbers): Int32Array {
  return Int32Array.from(lines, (line) => {
    const known = byLine.get(line);
    if (known !== undefined) return known;
    const text = line.replace(/\s+/g, '');
    const id = byText.get(text) ?? byText.size;
    byText.set(text, id);
    byLine.set(line, id);
    return id;
  });
}

/** Takes equal lines off both ends and returns what lies between them. */
function matchEnds(a: Int32Array, b: Int32Array, stretch: Stretch, carried: Int32Array): Stretch {
  let { aFrom, aEnd, bFrom, bEnd } = stretch;
  while (aFrom < aEnd && bFrom < bEnd && a[aFrom] === b[bFrom]) carried[aFrom++] = bFrom++;
  while (aFrom < aEnd && bFrom < bEnd && a[aEnd - 1] === b[bEnd - 1]) carried[--aEnd] = --bEnd;
  return { aFrom, aEnd, bFrom, bEnd };
}

type Pair = readonly [a: number, b: number];

/** Lines that occur once on both sides of a stretch, in the order of the older text. */
function uniquePairs(a: Int32Array, b: Int32Array, { aFrom, aEnd, bFrom, bEnd }: Stretch): readonly Pair[] {
  const places = new Map<number, number>();
  for (let line = bFrom; line < bEnd; line++) places.set(b[line] ?? -1, places.has(b[line] ?? -1) ? -1 : line);
  const counts = new Map<number, number>();
  for (let line = aFrom; line < aEnd; line++) counts.set(a[line] ?? -1, (counts.get(a[line] ?? -1) ?? 0) + 1);
  const pairs: Pair[] = [];
  for (let line = aFrom; line < aEnd; line++) {
    const id = a[line] ?? -1;
    const place = places.get(id) ?? -1;
    if (place >= 0 && counts.get(id) === 1) pairs.push([line, place]);
  }
  return pairs;
}

/** The longest run of pairs that rises on both sides, by patience sorting. */
function increasing(pairs: readonly Pair[]): readonly Pair[] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, place], at) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = at;
  });
  const run: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}
