/** The item of a comma-separated list at the caret, without the space around it, and the other items. */
export function tokenAt(text: string, caret: number) {
  const before = text.lastIndexOf(',', caret - 1) + 1;
  const after = text.indexOf(',', caret);
  const part = text.slice(before, after < 0 ? text.length : after);
  const start = before + (part.length - part.trimStart().length);
  const token = part.trim();
  const taken = `${text.slice(0, before)},${after < 0 ? '' : text.slice(after)}`
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return { token, taken, start, end: start + token.length };
}

/** At most ten values that hold what was typed, those that begin with it first. */
export function suggestionsFor(token: string, taken: readonly string[], offered: readonly string[]): readonly string[] {
  const wanted = token.toLowerCase();
  const open = offered.filter((value) => !taken.includes(value) && value !== token);
  const beginning = open.filter((value) => value.toLowerCase().startsWith(wanted));
  const holding = open.filter((value) => !beginning.includes(value) && value.toLowerCase().includes(wanted));
  return [...beginning, ...holding].slice(0, 10);
}

/** The value that is meant by what was typed: the one of that name, else the first that begins so or holds it. */
export function bestFit(
  typed: string,
  options: readonly { readonly value: string; readonly label: string }[],
): string | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return undefined;
  const isFit = [
    (label: string) => label === wanted,
    (label: string) => label.startsWith(wanted),
    (label: string) => label.includes(wanted),
  ];
  for (const fits of isFit) {
    const found = options.find(({ label }) => fits(label.toLowerCase()));
    if (found !== undefined) return found.value;
  }
  return undefined;
}
