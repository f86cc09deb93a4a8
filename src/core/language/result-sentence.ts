import { pastOf } from './past-tense';
import { commasIn, hasVerb, wordsOf } from './sentence-part';

/** What follows a verb of cause, offset for offset as it is written and with what is no prose covered. */
export interface CausedPart {
  /** The verb with its preposition: `causing`, `led to`. */
  readonly verb: string;
  readonly raw: string;
  readonly masked: string;
}

/**
 * What a verb of cause says that happened, as a sentence without the link: `causing logins to fail` → `logins failed`,
 * `leading to a failover` → `there was a failover`. Nothing where no sentence of the writer's own words comes of it.
 */
export function resultSentence(part: CausedPart): string | undefined {
  const { verb, raw, masked } = part;
  if (/^mean/i.test(verb)) return statement(raw, masked);
  const made = /^(?:making|made|rendering|rendered) (\S+(?: \S+){0,5}) ([\p{L}-]+)$/iu.exec(verb);
  if (made !== null) return masked.trim() === '' ? stateOf(made[1] ?? '', made[2] ?? '') : undefined;
  if (masked.includes(';') || commasIn(masked, 0, masked.length).length > 0) return undefined;
  if (takesInfinitive.test(verb)) {
    const acted = actedSentence(raw, masked);
    if (acted !== undefined || / to /.test(masked)) return acted;
  }
  return takesNoun.test(verb) ? existence(raw, masked) : undefined;
}

const takesInfinitive = /^(?:caus|forc)(?:ing|ed|es)$/i;
const takesNoun = /^(?:caus|trigger|provok)(?:ing|ed|es|s)$|^(?:lead|leads|leading|led) to$|^result(?:s|ing|ed)? in$/i;

function statement(raw: string, masked: string): string | undefined {
  const skip = /^\s*(?:that\b)?\s*/.exec(masked)?.[0].length ?? 0;
  const words = wordsOf(masked.slice(skip));
  const [first = ''] = words;
  const isClause = words.length > 2 && hasVerb(words) && !hasVerb([first]) && !first.endsWith('ing');
  return isClause ? raw.slice(skip) : undefined;
}

/** `making the API unavailable` → `the API was unavailable`. */
function stateOf(noun: string, state: string): string | undefined {
  const plural = isPlural(noun);
  return plural === undefined || hasVerb(wordsOf(noun)) ? undefined : `${noun} ${plural ? 'were' : 'was'} ${state}`;
}

/** `logins to fail` → `logins failed`; one verb alone, since a second would need its past too. */
function actedSentence(raw: string, masked: string): string | undefined {
  const match = /^(\s*\S.{0,80}?) to ((?:[a-z]+ly )?)([a-z]+)(?![\p{L}\p{N}'’-])/u.exec(masked);
  if (match === null) return undefined;
  const [whole, noun = '', adverb = '', verb = ''] = match;
  const rest = masked.slice(whole.length);
  const words = wordsOf(noun);
  if (hasVerb(words) || words.some((word) => breaksNoun.has(word))) return undefined;
  if (noVerbs.has(verb) || verb.endsWith('ing') || / (?:and|or|then) /.test(rest)) return undefined;
  const subject = subjectOf(raw.slice(0, noun.length).trim());
  const after = raw.slice(whole.length);
  if (verb !== 'be') return `${subject} ${adverb}${pastOf(verb)}${after}`;
  const plural = words.includes('and') || isPlural(noun.trim());
  return plural === undefined ? undefined : `${subject} ${plural ? 'were' : 'was'} ${adverb}${after.trimStart()}`;
}

const breaksNoun = new Set(['that', 'which', 'who', 'when', 'while', 'to', 'because', 'by']);
const noVerbs = new Set(['no', 'not', 'never', 'the', 'a', 'an', 'its', 'their', 'our', 'and', 'which', 'that']);

/** `a failover at 14:10` → `there was a failover at 14:10`; what is definite is no news and makes no such sentence. */
function existence(raw: string, masked: string): string | undefined {
  const noun = raw.trim();
  const words = wordsOf(masked);
  const [first = ''] = words;
  if (words.length === 0 || !/^[a-z\d]/.test(masked.trim()) || definite.has(first)) return undefined;
  if (words.some((word) => breaksExistence.has(word))) return undefined;
  const plural = isPlural(noun);
  return plural === undefined ? undefined : `there ${plural ? 'were' : 'was'} ${noun}`;
}

const definite = new Set(
  (
    'the this that these those its their our his her my your it them him us me everything nothing everyone nobody ' +
    'all both each every'
  ).split(' '),
);
const breaksExistence = new Set(
  'that which who when while because to being not is are was were has have had do does did could would will'.split(' '),
);

const subjects: ReadonlyMap<string, string> = new Map([
  ['them', 'they'],
  ['him', 'he'],
  ['her', 'she'],
  ['us', 'we'],
  ['me', 'I'],
]);

function subjectOf(noun: string): string {
  return subjects.get(noun) ?? noun;
}

const prepositions = /\s(?:of|in|on|at|for|from|to|with|by|across|within|during|between|after|over|per|there)\s/;
const shares =
  /^(?:\S+ )?(?:%|percent|some|all|most|half|many|several|part|majority|number|dozens|hundreds|thousands) of (?:(?:the|its|our|all) )?/;

/** Whether a noun with what belongs to it takes `were`; nothing where its form does not tell. */
function isPlural(noun: string): boolean | undefined {
  if (/^(?:them|us|we|they|both|all|many|several|multiple|two|three|four|five|some \S+s)\b/.test(noun)) return true;
  if (/^(?:a|an|one|it|him|her|this|that|another|every|each)\b/.test(noun)) return false;
  const share = shares.exec(noun);
  const [head = ''] = noun.slice(share?.[0].length ?? 0).split(prepositions);
  const last =
    head
      .split(/\s+and\s+/)[0]
      ?.trim()
      .split(/\s+/)
      .at(-1) ?? '';
  if (!/^[a-z][a-z-]+$/.test(last)) return /^\p{Lu}[\p{L}]*[^sS]$/u.test(last) ? false : undefined;
  if (uncertain.has(last)) return undefined;
  return last.endsWith('s') && !/(?:ss|us|is)$/.test(last);
}

const uncertain = new Set([
  'data',
  'staff',
  'series',
  'people',
  'kubernetes',
  'sales',
  'news',
  'headquarters',
  'means',
]);
