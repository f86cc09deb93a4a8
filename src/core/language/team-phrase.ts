/** A team's lexicon is a page, not a book; more phrases of a rule than this are left out. */
export const mostPhrases = 200;
const mostWords = 12;

/**
 * A phrase as teams write it: words, `lead*` for every form of a verb, `a|b` for one of them, `…` for up to six words.
 * Nothing where it holds other signs or no word.
 */
export function readTeamPhrase(text: string): string | undefined {
  const parts = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('...', '…')
    .replace(/n't\b/g, ' not')
    .replace(/'(s)\b/g, " '$1")
    .replaceAll("'ve", ' have')
    .replaceAll("'re", ' are')
    .replaceAll("'ll", ' will')
    .split(/[\s-]+/)
    .filter((part) => part !== '');
  if (parts.length > mostWords || !parts.some(isWord)) return undefined;
  return parts.every((part) => part === '…' || isWord(part)) ? parts.join(' ') : undefined;
}

function isWord(part: string): boolean {
  return /^'?[\p{L}\p{N}]+\*?(?:\|'?[\p{L}\p{N}]+\*?)*$/u.test(part);
}
