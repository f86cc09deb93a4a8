import { message } from '../model/message';
import type { DocumentRule, Finding } from './rule';

const mebibyte = 1024 * 1024;

/** In UTF-16 units. A longer text gets one finding of this rule and no other. */
export const maxTextLength = mebibyte;

export function isTooComplex(text: string): boolean {
  return text.length > maxTextLength;
}

export const tooComplex: DocumentRule = {
  id: 'too-complex',
  scope: 'document',
  summary: 'A document is small enough to be checked.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  check: ({ markdown: { text } }) => (isTooComplex(text) ? [tooComplexFinding(text)] : []),
};

/** The finding of a text for which {@link isTooComplex} holds, on its first line. */
export function tooComplexFinding(text: string): Finding {
  const size = Math.ceil((text.length / mebibyte) * 10) / 10;
  return {
    span: { start: 0, end: firstLineEnd(text) },
    message: message('This file is {size} MiB; up to 1 MiB is checked.', { size: size.toFixed(1) }),
  };
}

function firstLineEnd(text: string): number {
  const end = text.slice(0, 200).search(/[\r\n]/);
  return end < 0 ? 200 : end;
}
