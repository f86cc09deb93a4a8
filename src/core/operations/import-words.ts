import type { ImportReading, LeftOut } from '../import/candidate';
import type { LeftOutReason } from '../import/source-record';
import { type Message, message } from '../model/message';

/** Why records were left out, in words, the gravest first. */
export function leftOutLines({ leftOut }: Pick<ImportReading, 'leftOut'>): readonly LeftOutLine[] {
  return reasons.flatMap(({ reason, words, isListed }) => {
    const found = leftOut.find((one) => one.reason === reason);
    if (found === undefined) return [];
    const line = { ...found, words: message(words, { count: found.count }) };
    return [isListed ? { ...line, places: placesOf(found) } : line];
  });
}

export interface LeftOutLine extends LeftOut {
  readonly words: Message;
  /** Where the first of them stand, for those that somebody may want to see. */
  readonly places?: string;
}

function placesOf({ examples, count }: LeftOut): string {
  return `${examples.join('; ')}${count > examples.length ? ' …' : ''}`;
}

const reasons: readonly { readonly reason: LeftOutReason; readonly words: string; readonly isListed: boolean }[] = [
  { reason: 'secret', words: 'Looks like it holds a key, a token or a password: {count}', isListed: true },
  { reason: 'unreadable', words: 'Not readable: {count}', isListed: true },
  { reason: 'no-time', words: 'Without a time that can be read: {count}', isListed: true },
  { reason: 'repeated', words: 'Said twice in the source: {count}', isListed: true },
  { reason: 'empty', words: 'Without words: {count}', isListed: false },
  { reason: 'automatic', words: 'Of programs, and neither alert nor change: {count}', isListed: false },
  { reason: 'housekeeping', words: 'About the channel itself (joins, leaves, topics): {count}', isListed: false },
  { reason: 'outside', words: 'Outside the window: {count}', isListed: false },
];
