import type { Block } from '../markdown/markdown-document';
import { message } from '../model/message';
import type { Fix } from './rule';

const toPostmortem: Fix = { kind: 'move-to-postmortem', title: message('Move to the postmortem') };
const quote: Fix = { kind: 'quote', title: message('Quote with a speaker') };
const action: Fix = { kind: 'turn-into-action', title: message('Turn into an action item') };

/** Moves the sentence away and quotes it; a heading is no sentence. */
export function moveOrQuote({ kind }: Block, move: Fix): readonly Fix[] {
  return kind === 'heading' ? [] : [move, quote];
}

export function moveSentence({ kind }: Block): readonly Fix[] {
  return kind === 'heading' ? [] : [toPostmortem];
}

/** Not in a field of a cause or control, which would be left without its value, nor in a row, which may be an action. */
export function makeAction({ kind, text, contentStart }: Block): readonly Fix[] {
  if (kind !== 'paragraph' && kind !== 'list-item') return [];
  return field.test(text.slice(contentStart, contentStart + 40)) ? [] : [action];
}

const field = /^[*_]{0,2}(?:role|class|commits|evidence|confidence|actions|expected|observed|path)[*_]{0,2}\s*:/i;
