import { inflect } from './inflect';

/** Verbs whose past is no form in `-ed`, as pairs. English makes no new ones. */
const irregular: ReadonlyMap<string, string> = new Map(
  (
    'become became, begin began, bend bent, bind bound, blow blew, break broke, bring brought, build built, ' +
    'burst burst, buy bought, cast cast, catch caught, choose chose, come came, cost cost, cut cut, deal dealt, ' +
    'do did, draw drew, drive drove, eat ate, fall fell, feed fed, feel felt, fight fought, find found, fly flew, ' +
    'forget forgot, freeze froze, get got, give gave, go went, grow grew, hang hung, have had, hear heard, hide hid, ' +
    'hit hit, hold held, keep kept, know knew, lay laid, lead led, leave left, lend lent, let let, lie lay, lose lost, ' +
    'make made, mean meant, meet met, miss missed, overrun overran, override overrode, overwrite overwrote, pay paid, ' +
    'put put, quit quit, read read, rebuild rebuilt, rerun reran, reset reset, resend resent, rewrite rewrote, ' +
    'ride rode, ring rang, rise rose, run ran, say said, see saw, seek sought, sell sold, send sent, set set, ' +
    'shake shook, shrink shrank, shut shut, sink sank, sleep slept, slide slid, speak spoke, spend spent, spin spun, ' +
    'split split, spread spread, stand stood, steal stole, stick stuck, strike struck, swing swung, take took, ' +
    'tear tore, tell told, think thought, throw threw, understand understood, wake woke, wear wore, win won, ' +
    'wind wound, withdraw withdrew, write wrote'
  )
    .split(', ')
    .map((pair): [string, string] => {
      const [base = '', past = ''] = pair.split(' ');
      return [base, past];
    }),
);

/** One vowel between consonants at the end of a short verb doubles the last one: `drop` → dropped. */
const doubles = /^[^aeiou]*[aeiou][bdglmnprt]$/;

/** The past of a verb that is no form of `be`: `fail` → failed, `grow` → grew. */
export function pastOf(base: string): string {
  const known = irregular.get(base);
  if (known !== undefined) return known;
  return doubles.test(base) ? `${base}${base.slice(-1)}ed` : (inflect(base)[2] ?? `${base}ed`);
}
