import assert from 'node:assert/strict';
import { isLogExcerpt, looksLikeEvidence } from '../../../src/core/operations/evidence-kinds';

describe('isLogExcerpt', () => {
  for (const text of [
    '2026-11-23T14:02:10Z one\n2026-11-23T14:02:11Z two\n2026-11-23T14:02:12Z three\n',
    'ERROR pool exhausted\njava.net.SocketTimeoutException: connect timed out\r\n\tat com.example.Pool.take(Pool.java:42)',
    'Nov 23 14:02:10 api-3 kernel: oom\nNov 23 14:02:11 api-3 kernel: kill\nNov 23 14:02:12 api-3 kernel: end',
  ]) {
    it(`takes ${JSON.stringify(text.slice(0, 40))} for one`, () => assert.ok(isLogExcerpt(text)));
  }

  for (const text of [
    '2026-11-23T14:02:10Z one line\n',
    'A paragraph\nof three lines\nin plain words.',
    '| 2026-11-23 14:02Z | a |\n| 2026-11-23 14:03Z | b |\n| 2026-11-23 14:04Z | c |\n',
    '',
  ]) {
    it(`takes ${JSON.stringify(text.slice(0, 40))} for none`, () => assert.ok(!isLogExcerpt(text)));
  }
});

describe('looksLikeEvidence', () => {
  it('knows what shows something from what does something', () => {
    for (const name of ['graph.PNG', 'error.log', 'out.csv']) assert.ok(looksLikeEvidence(name), name);
    for (const name of ['pool.ts', 'canary.yml', 'report.md', 'Makefile']) assert.ok(!looksLikeEvidence(name), name);
  });
});
