/**
 * Prints rows in columns, the first aligned to the left, the others to the right.
 * @param {string} title
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function printTable(title, head, rows) {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  console.log(`\n${title}\n`);
  for (const row of [head, ...rows]) console.log(`  ${line(row)}`.trimEnd());
  console.log();
}

/**
 * @param {string} claim
 * @param {boolean} isTrue
 */
export function verdict(claim, isTrue) {
  console.log(`  ${isTrue ? 'yes' : 'NO '}  ${claim}`);
  return isTrue;
}
