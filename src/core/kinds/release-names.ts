import type { TimelineEntry } from '../model/timeline-entry';

const mostNames = 6;

/** Words of a change that may name what was deployed: hashes and versions of its evidence, versions of its event. */
export function releaseNames({ evidence, event }: Pick<TimelineEntry, 'evidence' | 'event'>): readonly string[] {
  const cited = evidence.flatMap((item) => {
    const word = /^`?([^\s`[\]()|]{1,100})`?$/.exec(item.trim())?.[1];
    return word !== undefined && (hash.test(word) || version.test(word)) ? [word.toLowerCase()] : [];
  });
  const told = event.text.split(/[\s`"“”,;()]+/, 60).flatMap((word) => {
    const bare = word.replace(/[.:]+$/, '');
    return version.test(bare) ? [bare] : [];
  });
  return [...new Set([...cited, ...told])].slice(0, mostNames);
}

const hash = /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/i;
/** `4.18.2`, `v4.18.2-rc.1`, `checkout-api-4.18.2`; a bare `4.18` is a number as well. */
const version =
  /^(?:[a-z][\w-]{0,60}[-/@])?(?:v\d{1,6}(?:\.\d{1,6}){1,3}|\d{1,6}(?:\.\d{1,6}){2,3})(?:[-+][\w.]{1,30})?$/i;
