import type { ImportReading, LeftOut } from '../import/candidate';
import type { LeftOutReason } from '../import/source-record';
import { type Message, message } from '../model/message';

/** Why records were left out, in words, the gravest first. */
export function leftOutLines({ leftOut }: Pick<ImportReading, 'leftOut'>): readonly LeftOutLine[] {
  return reasons.flatMap(({ reason, words, isListed }) => {
    const found = leftOut.find((one) => one.reason === reason);
    return found === undefined ? [] : [{ ...found, words: message(words, { count: found.count }), isListed }];
  });
}

export interface LeftOutLine extends LeftOut {
  readonly words: Message;
  /** Whether to say where they stand. */
  readonly isListed: boolean;
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
