import { type Message, message } from '../model/message';
import { type KindCue, kindCues } from './kind-cues';

export interface KindGuess {
  readonly kind: string;
  /** Absent for `note`, which claims nothing. */
  readonly why?: Message;
}

/** The kind that the words of a text suggest, with the words that did; `note` where none does. */
export function guessKind(text: string): KindGuess {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `;
  for (const cue of kindCues) {
    const found = wordOf(cue, words);
    if (found !== undefined) return { kind: cue.kind, why: message('"{word}" suggests it', { word: found }) };
  }
  return { kind: 'note' };
}

function wordOf({ words }: KindCue, text: string): string | undefined {
  return words
    .map((word) => (word.endsWith('*') ? word.slice(0, -1) : `${word} `))
    .find((form) => text.includes(` ${form}`))
    ?.trim();
}
