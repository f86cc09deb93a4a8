/** A text in quotation marks that it does not hold itself, so that the language rules read it as quoted. */
export function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  if (!/[“”„]/.test(text)) return `“${text}”`;
  return `"${text.replace(/["“”„]/g, "'")}"`;
}
