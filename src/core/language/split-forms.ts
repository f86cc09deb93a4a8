import { resultSentence } from './result-sentence';
import { asSentence, commasIn, hasVerb, type SentencePart, wordsOf } from './sentence-part';

/** Each of these returns the sentences that stay, or none where what is left would be no sentence. */
type Split = readonly string[];

const whole: Split = [];

/** Words after which a cue's explanation is the sentence's own statement (`This was due to …`), or that hang in the air. */
const dangling = new Set(
  (
    "is was are were be been being 's it's that's am not only even or that which who this it if than by to of with " +
    "because and but the a an its our their so as for in on at isn’t wasn’t isn't wasn't aren't weren't"
  ).split(' '),
);
const trailingAdverbs = new Set(
  (
    'mainly largely partly mostly primarily probably likely possibly apparently presumably perhaps simply solely ' +
    'entirely again partially maybe'
  ).split(' '),
);
const subordinators = new Set(
  'when while after before although though if once until whereas whenever as since because despite during'.split(' '),
);
const relatives = new Set(['that', 'which', 'who', 'whose', 'where']);
const reporting = new Set(
  'reported reports said says saw noticed showed shows found wrote confirmed logged noted is was sees see'.split(' '),
);
const subjects = new Set(
  (
    'the a an this that these those our their its no any some all each every both it we they he she i there nobody ' +
    'nothing everyone most many several'
  ).split(' '),
);
/** Cues that a noun follows rather than a clause. */
const nominal = /\b(?:to|of|account|virtue|want)$/;

/** `A because B` keeps `A`; `Because B, A` keeps `A`. */
export function splitAtExplanation(part: SentencePart): Split {
  const { raw, masked, cue, bodyEnd, tail } = part;
  const before = masked.slice(0, cue.start);
  const words = withoutTrailingAdverbs(wordsOf(before));
  if (words.length === 0) return afterOpening(part, 0);
  if (/\(\s*$/.test(before)) return withoutBrackets(part, before.lastIndexOf('('));
  const last = words.at(-1) ?? '';
  if (last === 'and' || last === 'but') return afterOpening(part, cue.start);
  if (/[;:]\s*$/.test(before)) return afterOpening(part, cue.start);
  // A number or code after the word (`rose to 12,400`, `failed on \`POST /a\``) completes it.
  const isDangling = dangling.has(last) && /[\p{L}'’]\s*$/u.test(before);
  if (isDangling || words.length < 2) return whole;
  const end = endOfWords(masked, cue.start, words);
  const commas = commasIn(masked, cue.end, bodyEnd);
  const opensSubordinate = subordinators.has(words[0] ?? '') && commasIn(masked, 0, cue.start).length === 0;
  const first = commas[0];
  if (opensSubordinate) {
    return commas.length === 1 && first !== undefined ? [raw.slice(0, end) + raw.slice(first, bodyEnd) + tail] : whole;
  }
  if (breaksRelativeClause(masked, words, part)) return whole;
  if (!nominal.test(masked.slice(0, cue.end))) {
    const contrast = contrastIn(part, commas);
    return contrast === '' ? [asSentence(raw.slice(0, end), tail)] : [raw.slice(0, end) + contrast + tail];
  }
  const explanation = masked.slice(cue.end, first ?? bodyEnd);
  const explaining = wordsOf(explanation);
  if (hasVerbOfItsOwn(explaining) || (!hasVerb(words) && hasVerb(explaining))) return whole;
  if (first !== undefined && commas.length === 1 && /^,\s*(?:and|but|then)\s/.test(masked.slice(first, bodyEnd))) {
    return [raw.slice(0, end) + raw.slice(first, bodyEnd) + tail];
  }
  return [asSentence(raw.slice(0, end), tail)];
}

/** `A because B, but C`: a contrast is to what is observed, not to its explanation. */
function contrastIn({ raw, masked, bodyEnd }: SentencePart, commas: readonly number[]): string {
  const from = commas.at(-1) ?? bodyEnd;
  const but = /^,\s*but\s/.exec(masked.slice(from, bodyEnd))?.[0] ?? '';
  return but !== '' && isClause(masked.slice(from + but.length, bodyEnd)) ? raw.slice(from, bodyEnd) : '';
}

/** `Because B, A` keeps what stands before `from` and `A`. */
function afterOpening({ raw, masked, cue, bodyEnd, tail }: SentencePart, from: number): Split {
  const commas = commasIn(masked, cue.end, bodyEnd);
  const comma = commas[0];
  if (comma === undefined) return whole;
  const explanation = wordsOf(masked.slice(cue.end, comma));
  const rest = masked.slice(comma + 1, bodyEnd);
  const explainsByClause = !nominal.test(masked.slice(0, cue.end)) && hasVerb(explanation);
  const isClear = commas.length === 1 || isJoined(masked, commas, { bodyEnd, explainsByClause });
  if (!isClear || !isClause(rest)) return whole;
  const kept = raw.slice(comma + 1, bodyEnd);
  return [from === 0 ? asSentence(kept, tail) : `${raw.slice(0, from).trimEnd()} ${kept.trim()}${tail}`];
}

/** Whether the clause begins right after the first comma, with words that join to it all that follow: `A, and C`. */
function isJoined(
  masked: string,
  commas: readonly number[],
  { bodyEnd, explainsByClause }: { readonly bodyEnd: number; readonly explainsByClause: boolean },
): boolean {
  const parts = commas.map((comma, at) => masked.slice(comma + 1, commas[at + 1] ?? bodyEnd));
  const [first = '', ...others] = parts;
  const begins = isClause(first) || (explainsByClause && startsWithSubject(first));
  return begins && others.every((other) => joining.has(wordsOf(other)[0] ?? ''));
}

const joining = new Set('and but then or which who where while after before until although so'.split(' '));

function withoutBrackets({ raw, masked, cue, bodyEnd, tail }: SentencePart, open: number): Split {
  const close = masked.indexOf(')', cue.end);
  if (close === -1 || masked.slice(cue.end, close).includes('(')) return whole;
  if (wordsOf(masked.slice(0, open)).length < 2) return whole;
  const after = raw.slice(close + 1, bodyEnd);
  return [asSentence(raw.slice(0, open).trimEnd() + after, tail)];
}

/** `B, so A` keeps `B.` and `A.` */
export function splitAtResult({ raw, masked, cue, bodyEnd, sign, tail }: SentencePart): Split {
  const words = wordsOf(masked.slice(0, cue.start));
  const result = masked.slice(cue.end, bodyEnd);
  const kept = asSentence(raw.slice(cue.end, bodyEnd).replace(/^\s*,/, ''), tail);
  if (words.length === 0) return wordsOf(result).length > 1 ? [kept] : whole;
  const hasConjunction = words.at(-1) === 'and' || words.at(-1) === 'but';
  const cause = hasConjunction ? words.slice(0, -1) : words;
  if (cause.length < 2 || !hasVerb(cause) || opensSubordinate(masked, cause, cue.start)) return whole;
  const end = endOfWords(masked, cue.start, cause);
  const observation = asSentence(raw.slice(0, end), sign === '' ? '.' : sign);
  return isClause(result) ? [observation, kept] : [asSentence(raw.slice(0, end), tail)];
}

/** `As a result, A` keeps `A`; `B, therefore A` keeps both; in the middle of a clause the adverb goes. */
export function splitAtAdverb(part: SentencePart): Split {
  const { raw, masked, cue, bodyEnd, tail } = part;
  const before = masked.slice(0, cue.start);
  const after = raw.slice(cue.end, bodyEnd).replace(/^\s*,/, '');
  if (wordsOf(before).length === 0) {
    return wordsOf(masked.slice(cue.end, bodyEnd)).length > 1 ? [asSentence(after, tail)] : whole;
  }
  if (/[,;–—]\s*$/.test(before)) return splitAtResult(part);
  return [`${raw.slice(0, cue.start).trimEnd()} ${after.trim()}${tail}`];
}

/** `B, causing A` keeps `B` and what `A` says that happened; any other verb of cause is the statement itself. */
export function splitAtParticiple({ raw, masked, cue, bodyEnd, sign, tail }: SentencePart): Split {
  const before = masked.slice(0, cue.start);
  const isParticiple = /^[\p{L}]+ing\b/u.test(masked.slice(cue.start, cue.end)) && /[,–—]\s*$/.test(before);
  const relative = /[,–—]\s*which(?:\s+(?:in turn|then|also|has|had))?\s+$/.exec(before);
  if (!isParticiple && relative === null) return whole;
  const end = relative?.index ?? before.length;
  const words = wordsOf(masked.slice(0, end));
  if (words.length < 2 || opensSubordinate(masked, words, end)) return whole;
  const commas = commasIn(masked, cue.end, bodyEnd);
  const comma = commas[0] ?? bodyEnd;
  const added = commas.length === 1 ? /^,\s*(?:and|but)\s+/.exec(masked.slice(comma, bodyEnd)) : null;
  const further = comma + (added?.[0].length ?? 0);
  const goesOn = added !== null && isClause(masked.slice(further, bodyEnd));
  if (relative !== null && commas.length > 0 && !goesOn) return whole;
  const resultEnd = goesOn ? comma : bodyEnd;
  const verb = raw.slice(cue.start, cue.end);
  const result = resultSentence({
    verb,
    raw: raw.slice(cue.end, resultEnd),
    masked: masked.slice(cue.end, resultEnd),
  });
  const kept = [
    raw.slice(0, end),
    ...(result === undefined ? [] : [result]),
    ...(goesOn ? [raw.slice(further, bodyEnd)] : []),
  ];
  return kept.map((one, at) => asSentence(one, at === kept.length - 1 ? tail : sign === '' ? '.' : sign));
}

function withoutTrailingAdverbs(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  return last !== undefined && trailingAdverbs.has(last) ? withoutTrailingAdverbs(words.slice(0, -1)) : words;
}

/** Offset after the last of `words` before `limit`, with what closes behind it. */
function endOfWords(masked: string, limit: number, words: readonly string[]): number {
  const all = wordsOf(masked.slice(0, limit)).length;
  let end = limit;
  for (let surplus = all - words.length; surplus > 0; surplus--) {
    const trimmed = masked.slice(0, end).trimEnd();
    end = Math.max(0, trimmed.search(/\S+$/));
  }
  return masked.slice(0, end).replace(/[\s,;–—-]+$/u, '').length;
}

function opensSubordinate(masked: string, words: readonly string[], end: number): boolean {
  return subordinators.has(words[0] ?? '') && commasIn(masked, 0, end).length === 0;
}

/** `Pods that failed due to load were restarted`: the sentence goes on behind the explanation. */
function breaksRelativeClause(masked: string, words: readonly string[], { cue, bodyEnd }: SentencePart): boolean {
  const at = words.findLastIndex((word) => relatives.has(word));
  if (at === -1 || reporting.has(words[at - 1] ?? '')) return false;
  const isTrailing = new RegExp(`,\\s*${words[at]}\\s`).test(masked.slice(0, cue.start));
  return !isTrailing || commasIn(masked, cue.end, bodyEnd).length > 0;
}

/** A finite verb that belongs to no relative clause: the explanation's noun is not all that follows. */
function hasVerbOfItsOwn(words: readonly string[]): boolean {
  const relative = words.findIndex((word) => relatives.has(word));
  const verb = words.findIndex((word) => auxiliaries.has(word));
  return verb !== -1 && (relative === -1 || verb < relative);
}

const auxiliaries = new Set('is are was were has have had did does do will would could'.split(' '));

/** Words that begin with something that can do what the verb among them says. */
function isClause(masked: string): boolean {
  const words = wordsOf(masked);
  const first = words[0] ?? '';
  const opensWithVerb = hasVerb(words.slice(0, 1)) || first.endsWith('ing') || dangling.has(first);
  return hasVerb(words) && (startsWithSubject(masked) || (words.length > 1 && !opensWithVerb));
}

function startsWithSubject(masked: string): boolean {
  const text = masked.trimStart();
  return /^[\p{Lu}\p{N}\uE000\uE001[]/u.test(text) || subjects.has(wordsOf(text)[0] ?? '');
}
