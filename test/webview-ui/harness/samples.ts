import type { EntryFields, EntryPreview, FormView, Row } from '../../../src/protocol/timeline-entry';

export const fields: EntryFields = {
  time: '-8m',
  precision: 'exact',
  until: '',
  bound: '',
  kind: 'mitigated',
  value: '',
  event: 'HTTP 500 rate fell from 38 % to 0.4 % because the rollback had finished.',
  systems: 'checkout-api',
  actor: '',
  evidence: ['https://grafana.example/d/checkout-5xx', 'a1b2c3d4e5f6'],
  pending: '',
  moves: [],
};

export const fresh: EntryFields = { ...fields, time: 'now', kind: 'symptom', event: '', systems: '', evidence: [] };

/** `time` as the list shows it; the mark stands there too. */
function row(time: string, relative: string, kind: string, text: Row['text'], more: Partial<Row>): Row {
  const { milestone = false } = more;
  const mark = { kind, stamp: stampOf(time), systems: ['checkout-api'], hasActor: false };
  return {
    lead: [],
    time,
    relative,
    kind,
    icon: 'pulse',
    milestone,
    text,
    id: '',
    entry: -1,
    mark: milestone ? { ...mark, milestone: kind } : mark,
    ...more,
  };
}

function stampOf(time: string): NonNullable<Row['mark']['stamp']> {
  const at = (clock: string) => Date.parse(`2026-11-23T${clock}Z`);
  const [from = '', until] = time.replace('~', '').split('–');
  if (until !== undefined) {
    return { kind: 'range', from: at(from), until: at(from.slice(0, 3) + until), seconds: false };
  }
  return { kind: time.startsWith('~') ? 'about' : 'exact', at: at(from), seconds: from.length > 5 };
}

const lanes: Readonly<Record<string, Partial<Row['mark']>>> = {
  E1412: { systems: ['payments-db'] },
  E1413: { systems: [], hasActor: true },
  E1438: { systems: ['order-queue'] },
};

const rows: readonly Row[] = [
  row('13:40:02', '−22 min', 'change', ['Deploy of checkout-api 4.18.2 finished.'], { icon: 'rocket', id: 'E1340' }),
  row('14:02:10', '0 min', 'impact started', ['HTTP 500 rate rose from 0.1 % to 38 %.'], {
    icon: 'flag',
    milestone: true,
    id: 'E1402',
  }),
  row('~14:06', '+4 min', 'detected', ['Alert "checkout 5xx" paged the on-call.'], {
    icon: 'flag',
    milestone: true,
    id: 'E1406',
  }),
  row('14:12', '+10 min', 'check', [{ code: 'max_connections' }, ' returned 200; before the deploy it returned 400.'], {
    icon: 'search',
    id: 'E1412',
  }),
  row('14:13:40', '+11 min', 'decision', ['Roll back checkout-api to 4.18.1.'], { icon: 'milestone', id: 'E1413' }),
  row('14:31', '+29 min', 'action', ['Rolled back checkout-api to 4.18.1.'], {
    lead: [{ kind: 'gap', text: '17 min without an entry' }],
    icon: 'tools',
    id: 'E1431',
  }),
  row('14:38–41', '+36 min', 'check', ['Retry queue drained from 12,410 to 0 messages.'], {
    icon: 'search',
    id: 'E1438',
  }),
].map((shown, entry) => ({ ...shown, entry, mark: { ...shown.mark, ...lanes[shown.id] } }));

export const view: FormView = {
  incident: { folder: 'file:///work', incident: '2026-11-23-checkout-errors' },
  title: 'Checkout requests failing in eu-west-1',
  severity: { name: 'SEV2', rank: 2 },
  status: 'investigating, impact started 41 min ago',
  caption: '23 Nov 2026, UTC; minutes from impact started',
  kinds: [
    { name: 'change', icon: 'rocket' },
    { name: 'symptom', icon: 'pulse' },
    { name: 'severity', icon: 'tag', values: ['SEV1', 'SEV2', 'SEV3'] },
    { name: 'mitigated', icon: 'flag' },
  ],
  systems: ['checkout-api', 'payments-db', 'order-queue'],
  actors: ['alice', 'bo'],
  rows,
  impact: [],
  silence: 15,
};

export const preview: EntryPreview = {
  sequence: 1,
  time: {
    state: 'read',
    lines: [[{ strong: '2026-11-23 14:35:20 UTC' }, ', 8 min ago'], ['15:35:20 Europe/Berlin']],
    relative: false,
  },
  kindHelp: [
    'Sets the milestone ',
    { strong: 'mitigated' },
    '. Time to mitigate: 33 min 10 s, from E1402 to this entry.',
  ],
  findings: [
    {
      start: 38,
      end: 45,
      severity: 'information',
      message: [
        { strong: 'because' },
        ' gives a cause. A report states what was observed. Can this be two timed entries?',
      ],
      movable: true,
    },
  ],
  place: 'Goes in as E1435, after E1431',
  entry: {
    index: 6,
    row: row('14:35:20', '+33 min', 'mitigated', [fields.event], { icon: 'flag', milestone: true, id: 'new' }),
    nextLead: [],
  },
};

export const emptyView: FormView = {
  ...view,
  status: 'investigating, impact not recorded',
  caption: '',
  rows: [],
};

export const emptyPreview: EntryPreview = {
  sequence: 1,
  time: {
    state: 'read',
    lines: [
      [{ strong: '2026-11-23 14:43:20 UTC' }, ', 15:43:20 Europe/Berlin'],
      ['Also ', { code: '-20m' }, ', ', { code: '14:05' }, ', ', { code: 'yesterday 23:50' }, ', a pasted log line'],
    ],
    relative: true,
  },
  kindHelp: ['Service behaviour that was observed.'],
  findings: [],
  place: 'Goes in as E1443, the first entry',
};
