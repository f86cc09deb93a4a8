import { sequence } from './sequence';

export interface GeneratedDocument {
  readonly name: string;
  readonly text: string;
}

/**
 * Documents as teams write them, the same on every run: reports with tables, with lists and with pasted output, and a
 * postmortem. About one sentence in twelve says more than was observed.
 */
export function generateCorpus(): readonly GeneratedDocument[] {
  return [
    { name: 'a report of 1,000 lines', text: tableReport(1_000) },
    { name: 'a report still open', text: tableReport(90) },
    { name: 'a report with a list', text: listReport(220) },
    { name: 'a report with output', text: outputReport(30) },
    { name: 'a postmortem', text: postmortem(40) },
  ];
}

/** A report whose timeline has this many rows; with 10,000 it stays below the mebibyte that is checked at most. */
export function longReport(rows: number): string {
  const writer = createWriter(7);
  return [
    ...head('resolved'),
    ...tableHead,
    ...lines(rows, (at) => (at % 3 === 0 ? writer.briefRow(at) : writer.shortRow(at))),
    '',
    ...tail,
  ].join('\n');
}

/** Prose of short lines, as an editor wraps it, and a row for each four lines of it. */
function tableReport(lineCount: number): string {
  const writer = createWriter(lineCount);
  const rows = Math.round(lineCount * 0.3);
  const status = lineCount < 100 ? 'investigating' : 'resolved';
  const around = head(status).length + tableHead.length + tail.length + 1;
  const prose = lines(lineCount - rows - around, (at) => (at % 4 === 3 ? '' : writer.clause(at % 4 === 2)));
  return [...head(status), ...prose, ...tableHead, ...lines(rows, (at) => writer.row(at)), '', ...tail].join('\n');
}

function listReport(entries: number): string {
  const writer = createWriter(entries);
  const items = lines(entries, (at) => {
    const item = `- **${clock(at)} UTC**: ${writer.paragraph(1 + (at % 3))}`;
    return at % 9 === 0 ? `${item}\n  - ${writer.sentence()} [dashboard](https://graphs.example.com/d/${at})` : item;
  });
  return [...head('resolved'), writer.paragraph(4), '', '## Timeline', '', ...items, '', ...tail].join('\n');
}

function outputReport(blocks: number): string {
  const writer = createWriter(blocks);
  const parts = lines(blocks, (at) => {
    const frames = lines(8, (line) => `    at com.example.Pool.take${line}(Pool.java:${line * 7})`);
    const trace = ['```text', `java.net.SocketTimeoutException: read timed out after ${at} ms`, ...frames, '```'];
    return [writer.paragraph(3), '', ...trace, '', `> "${writer.sentence()}" (carol, ${clock(at)}Z)`, ''].join('\n');
  });
  return [...head('resolved'), ...parts, ...tableHead, ...lines(40, (at) => writer.row(at)), '', ...tail].join('\n');
}

function postmortem(causes: number): string {
  const writer = createWriter(causes);
  const section = (at: number): string =>
    [
      `### C${at + 1}: ${writer.sentence()}`,
      '',
      '- Role: contributing factor',
      `- Commits: introduced \`${(0xa1b2c3d + at).toString(16)}\``,
      `- Evidence: [E14${String(at).padStart(2, '0')}], [graph](https://graphs.example.com/${at})`,
      '',
      writer.paragraph(4),
      '',
    ].join('\n');
  const front = [
    '---',
    'type: postmortem',
    'reports: [2026-11-09-checkout]',
    'status: draft',
    'owner: alice',
    '---',
    '',
  ];
  const action = (at: number): string =>
    `| A${at + 1} | ${writer.sentence()} | C${at + 1} | @bo | 2026-12-0${1 + (at % 9)} |`;
  return [
    ...[...front, '# Checkout requests failing', '', '## Executive summary', '', writer.paragraph(5), ''],
    ...['## What happened', '', writer.paragraph(9), '', '## Root causes and contributing factors', ''],
    ...lines(causes, section),
    ...['## Corrective and preventive actions', '', '| ID | Action | Addresses | Owner | Due |'],
    ...['| --- | --- | --- | --- | --- |', ...lines(causes, action), '', '## Lessons', '', writer.paragraph(6), ''],
  ].join('\n');
}

function createWriter(seed: number) {
  const next = sequence(20_261_109 + seed);
  const pick = (words: readonly string[]): string => words[next() % words.length] ?? '';
  const sentence = (): string => {
    const middle = next() % 12 === 0 ? pick(explained) : pick(observed);
    return `${pick(subjects)} ${middle} ${pick(endings)}`;
  };
  const paragraph = (count: number): string => lines(count, sentence).join(' ');
  const clause = (isLast: boolean): string =>
    isLast ? `and ${pick(observed)} ${pick(endings)}` : `${pick(subjects)} ${pick(observed)}`;
  const shortRow = (at: number): string =>
    `| 2026-11-09 ${clock(at)}Z | ${pick(kinds)} | ${sentence()} | | E${at + 1000} |`;
  const row = (at: number): string =>
    `| 2026-11-09 ${clock(at)}Z | ${pick(kinds)} | ${sentence()} | [g](https://g.example.com/${at}) | E${at + 1000} |`;
  const briefRow = (at: number): string =>
    `| 2026-11-09 ${clock(at)}Z | ${pick(kinds)} | ${clause(false)} | | E${at + 1000} |`;
  return { sentence, paragraph, clause, row, shortRow, briefRow };
}

function lines(count: number, lineOf: (at: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, at) => lineOf(at));
}

function clock(at: number): string {
  const minutes = at % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function head(status: string): readonly string[] {
  return [
    ...['---', 'type: incident-report', 'severity: SEV2', `status: ${status}`, 'commander: alice', '---', ''],
    ...['# Checkout requests failing in eu-west-1', '', '## Summary', ''],
  ];
}

const tableHead = [
  ...['## Impact', '', 'None measured', '', '## Systems involved', '', '- `checkout-api`', '', '## Timeline', ''],
  ...['| Time | Kind | Event | Evidence | ID |', '| --- | --- | --- | --- | --- |'],
];
const tail = ['## Actions taken during response', '', '## Open questions', ''];

const kinds = ['change', 'symptom', 'alert', 'check', 'action', 'communication', 'note'];
const subjects = [
  ...['The request rate', 'Queue depth of `payment-worker`', 'The HTTP 500 rate', 'The p99 latency', 'The pool'],
  ...['Bo', 'The on-call engineer', 'The status page', 'Replica 3', 'A customer in the *eu-west-1* region'],
];
const observed = [
  ...['rose from 0.1 % to 38 %', 'fell back to 120 ms', 'stayed at 256 of 256', 'was restarted', 'showed "pool full"'],
  ...['logged `HTTP 503`', 'was rolled back to v412', 'took 4 min 10 s', 'reported 112 failed orders', 'was paged'],
];
const explained = [
  ...['was full because of the retries', 'passed 2 min as a result of the deploy', 'probably ran out of memory'],
  ...['should have been caught earlier', 'was slow due to the new index', 'failed miserably'],
];
const endings = [
  ...['within four minutes.', 'in eu-west-1 (no other region).', 'since 14:05.', 'and the alert "checkout 5xx" fired.'],
  ...['after the deploy.', 'until 15:20.', 'on all six hosts.', '(see [graph](https://graphs.example.com/7)).'],
];
