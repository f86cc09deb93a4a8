import { milestonesOf } from '../kinds/milestones';
import { message } from '../model/message';
import { formatStamp } from '../model/read-stamp';
import { formatDuration } from '../model/time-text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { DocumentRule, Finding } from './rule';

export const silence: DocumentRule = {
  id: 'silence',
  scope: 'document',
  summary: 'Between detected and mitigated no time is without an entry for longer than the team allows.',
  severity: 'information',
  appliesTo: ['incident-report'],
  whileOpen: 'silent',
  *check(document, { conventions }) {
    if (document.kind !== 'incident-report') return;
    const reached = milestonesOf(document);
    const [from, until] = [reached.get('detected')?.at, reached.get('mitigated')?.at];
    if (from === undefined || until === undefined) return;
    let last: number | undefined;
    for (const { index, start } of inOrder(document.entryFacts.instants)) {
      const isWithin = last !== undefined && last >= from && start <= until;
      if (isWithin && last !== undefined && start - last > conventions.silence * minute) {
        yield findingOf(document.entryAt(index), last, start);
      }
      const { stamp } = document.unplacedAt(index);
      const end = stamp?.kind === 'range' ? stamp.until : start;
      last = Math.max(last ?? end, end);
    }
  },
};

const minute = 60_000;

/** By time, what has no instant left out. */
function inOrder(instants: readonly (number | undefined)[]) {
  return instants
    .flatMap((start, index) => (start === undefined ? [] : [{ index, start }]))
    .sort((a, b) => a.start - b.start);
}

function findingOf({ time }: TimelineEntry, from: number, until: number): Finding {
  const duration = formatDuration(Math.floor((until - from) / minute) * minute);
  const at = (instant: number) => formatStamp({ kind: 'exact', at: instant, seconds: false });
  return {
    span: time.span,
    message: message('{duration} without an entry. Did nothing happen, or was nothing recorded?', { duration }),
    fixes: [
      { kind: 'log-entry', title: message('Add entry'), line: `${at(from + minute)} ` },
      {
        kind: 'log-entry',
        title: message('Record that nothing happened'),
        line: `${at(from + minute)}/${at(until)} Nothing was observed. #note`,
      },
    ],
  };
}
