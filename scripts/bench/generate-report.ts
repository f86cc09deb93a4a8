import { sequence } from './sequence';

/** An incident report of about `kilobytes`, the same on every run: prose with and without causal words, a timeline. */
export function generateReport(kilobytes: number): string {
  const next = sequence(20_261_109);
  const pick = (words: readonly string[]): string => words[next() % words.length] ?? '';
  const rows: string[] = [];
  const paragraphs: string[] = [];
  let size = 0;
  for (let at = 0; size < kilobytes * 1000; at += 1) {
    const sentence = `${pick(subjects)} ${pick(observations)} ${pick(endings)}`;
    const row = `| 2026-11-${day(at)} ${clock(at)}Z | ${pick(kinds)} | ${sentence} | [graph](https://graphs.example.com/${at}) | E${at + 1} |`;
    rows.push(row);
    const paragraph = `${sentence} ${pick(subjects)} ${pick(observations)} \`${pick(codes)}\` ${pick(endings)}`;
    paragraphs.push(at % 5 === 0 ? `- ${paragraph}` : `${paragraph}\n`);
    size += row.length + paragraph.length + 2;
  }
  return [
    ...head,
    ...paragraphs,
    '',
    ...timeline,
    ...rows,
    '',
    '## Actions taken during response',
    '',
    '## Open questions',
    '',
  ].join('\n');
}

const head = [
  ...['---', 'type: incident-report', 'severity: SEV2', 'status: resolved', 'commander: alice', '---', ''],
  ...['# Checkout requests failing in eu-west-1', '', '## Summary', ''],
];

const timeline = [
  ...['## Impact', '', '## Systems involved', '', '- `checkout-api`', '', '## Timeline', ''],
  ...['| Time | Kind | Event | Evidence | ID |', '| --- | --- | --- | --- | --- |'],
];

const kinds = ['change', 'symptom', 'alert', 'check', 'action', 'communication', 'note'];
const codes = ['POST /checkout', 'pg_stat_activity', 'pool.ts', 'HTTP 503'];
const subjects = [
  'The request rate',
  'Queue depth of payment-worker',
  'The HTTP 500 rate',
  'The p99 latency',
  'The pool',
];
const observations = [
  'rose from 0.1 % to 38 %',
  'fell back to 120 ms',
  'was full because of the retries',
  'stayed at 256 of 256',
  'passed 2 min as a result of the deploy',
];
const endings = [
  'within four minutes.',
  'in eu-west-1 (no other region).',
  'since 14:05.',
  'and the *alert* "checkout 5xx" fired.',
];

function day(at: number): string {
  return String(1 + (Math.floor(at / 1440) % 28)).padStart(2, '0');
}

function clock(at: number): string {
  const minutes = at % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
