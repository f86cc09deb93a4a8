import { message } from '../model/message';
import type { TimelineEntry } from '../model/timeline-entry';
import type { DocumentRule, Finding } from './rule';

export const missingEvidence: DocumentRule = {
  id: 'missing-evidence',
  scope: 'document',
  summary: 'An alert, a change and the start of impact have evidence.',
  severity: 'information',
  appliesTo: ['incident-report'],
  whileOpen: 'silent',
  *check(document) {
    if (document.kind !== 'incident-report') return;
    const { bare } = document.entryFacts;
    const [first] = bare;
    if (first === undefined) return;
    if (bare.length > mostAlike) {
      const words = message('{count} alerts, changes and starts of impact have no evidence. Are there links?', {
        count: bare.length,
      });
      yield { ...findingOf(document.entryAt(first)), message: words };
    } else for (const index of bare) yield findingOf(document.entryAt(index));
  },
};

const mostAlike = 3;

const questions: ReadonlyMap<string, string> = new Map([
  ['alert', 'An alert without evidence. Is there a link?'],
  ['change', 'A change without evidence. Is there a commit or a link?'],
  ['impact started', 'A start of impact without evidence. Is there a graph or a log?'],
]);

function findingOf({ kind, event, kindName }: TimelineEntry): Finding {
  const at = { start: event.span.end, end: event.span.end };
  return {
    span: kind?.span ?? event.span,
    message: message(questions.get(kindName) ?? ''),
    fixes: [{ kind: 'go-to', title: message('Add evidence'), span: at }],
  };
}
