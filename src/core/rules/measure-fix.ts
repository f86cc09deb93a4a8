import type { Cue } from '../language/cue';
import type { Prose } from '../language/prose';
import { message } from '../model/message';
import type { Fix } from './rule';

const speed = /^(?:[a-z]+ )?(?:fast|quick|slow|swift|prompt|sluggish|speedy)$/i;
const speedily =
  /^(?:(?:very|pretty|quite|fairly|extremely|relatively|really|rather|unusually) )?(?:quick|slow|swift|rapid|prompt|sluggish|speedi|hasti)ly$/i;
const size = /^(?:huge|massive|enormous|immense|tremendous)$/i;
const verbBefore = /(?<=\w )w(?:as|ere) $/;
/** A past form right before the adverb: `drained slowly`. */
const actBefore = /\w(?:ed|ew|ll|se|ot|an) $/;
/** The judgement ends the clause. */
const clauseEnd = /^(?:[.,;!)]|\s*$|\s*\uE000)/;

/**
 * A placeholder for the number where it fits into the sentence: `was slow` → `took ⟨time⟩`, `drained slowly` →
 * `drained in ⟨time⟩`, `a huge backlog` → `a ⟨size⟩ backlog`; elsewhere none.
 */
export function measureFix({ span }: Cue, { text, block, sentences }: Prose): readonly Fix[] {
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.end <= end);
  if (sentence === undefined || block.kind === 'heading') return [];
  const words = text.slice(span.start, span.end);
  const before = text.slice(Math.max(sentence.start, span.start - 20), span.start);
  const ends = clauseEnd.test(text.slice(span.end, Math.min(sentence.end, span.end + 2)));
  const verb = verbBefore.exec(before)?.[0];
  if (ends && verb !== undefined && speed.test(words))
    return [fixAt(span.start - verb.length, span.end, 'took ⟨time⟩')];
  if (ends && speedily.test(words) && actBefore.test(before)) return [fixAt(span.start, span.end, 'in ⟨time⟩')];
  if (size.test(words) && /^ [a-z]/.test(text.slice(span.end, span.end + 2)))
    return sizeFix(span.start, span.end, before);
  return [];
}

/** The article fits the placeholder: `an enormous backlog` → `a ⟨size⟩ backlog`. */
function sizeFix(start: number, end: number, before: string): readonly Fix[] {
  const article = /(?:^|\s)(an) $/i.exec(before)?.[1];
  if (article === undefined) return [fixAt(start, end, '⟨size⟩')];
  return [fixAt(start - 3, end, `${article.charAt(0)} ⟨size⟩`)];
}

function fixAt(start: number, end: number, newText: string): Fix {
  return { kind: 'edit', title: message('Replace with a measure'), edits: [{ span: { start, end }, newText }] };
}
