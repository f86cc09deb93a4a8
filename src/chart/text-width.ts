/** Pixels that a text of 11 px takes at most in the usual interface fonts; an estimate, as nothing is measured here. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 0x1100) width += 12;
    else if (narrow.test(sign)) width += 3.7;
    else if (wide.test(sign)) width += 10.5;
    else width += 6.6;
  }
  return width;
}

const narrow = /[ijl.,:;'|! ]/;
const wide = /[mwMW@%]/;

/** The text, cut with `…` where it takes more than `most` pixels. */
export function clipText(text: string, most: number): string {
  // No sign is narrower than this, so nothing longer than it can show is measured.
  const measured = text.slice(0, Math.ceil(most / 3.5) + 1);
  if (measured.length === text.length && textWidth(text) <= most) return text;
  const signs = [...measured];
  while (signs.length > 0 && textWidth(signs.join('')) + 9 > most) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
