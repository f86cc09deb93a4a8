import type { Conventions } from '../model/conventions';

/** Names of the team's systems that stand in the text as words of their own, in the team's order. */
export function systemsIn(text: string, { systems }: Pick<Conventions, 'systems'>): readonly string[] {
  const lower = text.toLowerCase();
  return systems.map(({ name }) => name).filter((name) => hasWord(lower, name.toLowerCase()));
}

function hasWord(text: string, word: string): boolean {
  const isPart = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_-]/u.test(sign);
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + word.length])) return true;
  }
  return false;
}
