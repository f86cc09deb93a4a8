import assert from 'node:assert/strict';
import { splitExplanation } from '../../../src/core/language/clauses';
import { createLexiconMatcher, lexicon } from '../../../src/core/language/lexicon/index';
import { type Prose, proseOf } from '../../../src/core/language/prose';

const matcher = createLexiconMatcher('incident-report');

function proseOfText(text: string): Prose {
  const prose = proseOf({ kind: 'paragraph', text, lineCount: 1, contentStart: 0, contentEnd: text.length });
  assert.ok(prose !== undefined);
  return prose;
}

function keptOf(text: string): readonly string[] {
  const prose = proseOfText(text);
  const cue = matcher.cuesIn(prose)[0];
  assert.ok(cue !== undefined, `no cue in: ${text}`);
  const split = splitExplanation(prose, cue.span);
  assert.ok(split !== undefined);
  assert.ok(text.includes(split.moved));
  return split.keep;
}

function check(text: string, keep: readonly string[]): void {
  assert.deepEqual(keptOf(text), keep);
}

describe('Splitting an explanation from its observation', () => {
  it('keeps what stands before the explanation', () => {
    check('Checkout failed because the pool was empty.', ['Checkout failed.']);
    check('Checkout failed, mainly due to an empty pool.', ['Checkout failed.']);
    check('Reads were slow owing to a lock', ['Reads were slow']);
    check('Bo reported that pods failed because of load.', ['Bo reported that pods failed.']);
    check('Queue depth rose to 12,400 as a result of the retries.', ['Queue depth rose to 12,400.']);
    check('Checkout failed because the pool was empty, but search worked.', ['Checkout failed, but search worked.']);
    check('HTTP 500 rose on `POST /a` because pods ran out.', ['HTTP 500 rose on `POST /a`.']);
  });

  it('keeps what follows an explanation that comes first, with a capital', () => {
    check('Because the pool was empty, checkout failed.', ['Checkout failed.']);
    check('Due to the freeze, `main` was locked.', ['`main` was locked.']);
    check('Because of the freeze, nobody merged it, and bo waited.', ['Nobody merged it, and bo waited.']);
    check('Because the API failed, the worker failed, and the proxy failed, alice paged bo.', []);
    check('Alerts fired, but because bo was offline, nobody answered.', ['Alerts fired, but nobody answered.']);
  });

  it('keeps both clauses where a result follows', () => {
    check('The disk was full, so the writer stopped.', ['The disk was full.', 'The writer stopped.']);
    check('The leader was gone, therefore writes were refused.', ['The leader was gone.', 'Writes were refused.']);
    check('As a result, the writer stopped.', ['The writer stopped.']);
    check('The index was gone and consequently reads were slow.', ['The index was gone and reads were slow.']);
  });

  it('keeps both observations around a participle or a relative clause, without their link', () => {
    check('The index was dropped, causing full scans.', ['The index was dropped.', 'There were full scans.']);
    check('The node lost power, leading to a failover at 14:10.', [
      'The node lost power.',
      'There was a failover at 14:10.',
    ]);
    check('The key expired, causing logins to fail.', ['The key expired.', 'Logins failed.']);
    check('A deploy ran, causing the queue to grow to 12,000.', ['A deploy ran.', 'The queue grew to 12,000.']);
    check('The limit was 5, causing pods to be evicted.', ['The limit was 5.', 'Pods were evicted.']);
    check('The limit was 5, causing the worker to be evicted.', ['The limit was 5.', 'The worker was evicted.']);
    check('The cache was flushed, which caused `POST /a` to return 502.', [
      'The cache was flushed.',
      '`POST /a` returned 502.',
    ]);
    check('Jobs stopped, causing them to time out at 14:05.', ['Jobs stopped.', 'They timed out at 14:05.']);
    check('The flag was set, making the API unavailable.', ['The flag was set.', 'The API was unavailable.']);
    check('The key was gone, meaning that 40 rows were lost.', ['The key was gone.', '40 rows were lost.']);
    check('The job stopped, which caused rows to queue up, and alice was paged.', [
      'The job stopped.',
      'Rows queued up.',
      'Alice was paged.',
    ]);
  });

  it('puts what was caused in the past, with the number of its noun', () => {
    const caused = (result: string, sentence: string) =>
      check(`It ran twice, causing ${result}.`, ['It ran twice.', sentence]);
    caused('healthy nodes to be drained', 'Healthy nodes were drained.');
    caused('the rate of errors to be high', 'The rate of errors was high.');
    caused('38 % of requests to be refused', '38 % of requests were refused.');
    caused('the API and the site to be down', 'The API and the site were down.');
    caused('our parser to reject every row', 'Our parser rejected every row.');
    caused('users to see an error page', 'Users saw an error page.');
    caused('the job to repeatedly stop', 'The job repeatedly stopped.');
    caused('costs to rise from 40 to 90', 'Costs rose from 40 to 90.');
    caused('Postgres to shut down', 'Postgres shut down.');
    caused('a new election', 'There was a new election.');
    caused('restarts of all pods', 'There were restarts of all pods.');
    caused('12,400 reads per second', 'There were 12,400 reads per second.');
    caused('packet loss', 'There was packet loss.');
  });

  it('keeps the event alone where the result is no sentence', () => {
    check('Clients retried, causing the outage.', ['Clients retried.']);
    check('Clients retried, causing the worker to crash and restart.', ['Clients retried.']);
    check('The index was gone, causing data to be read twice.', ['The index was gone.']);
    check('Traffic doubled, leading to the pool running dry.', ['Traffic doubled.']);
    check('The key was rotated, which broke the importer.', ['The key was rotated.']);
  });

  it('takes an explanation in brackets out', () => {
    check('The node (because of a full disk) left the ring.', ['The node left the ring.']);
    check('Node 7 stopped (due to a full disk) at 14:05.', ['Node 7 stopped at 14:05.']);
  });

  it('keeps the rest of a sentence whose first clause holds the explanation', () => {
    check('When the pod restarted because of load, users saw errors.', ['When the pod restarted, users saw errors.']);
    check('The pod restarted due to load, and alice drained it.', ['The pod restarted, and alice drained it.']);
  });

  it('keeps the citations at its end as evidence', () => {
    check('Checkout failed because the pool was empty [E1402, E1406].', ['Checkout failed [E1402, E1406].']);
    check('The disk was full, so the writer stopped [E1402].', ['The disk was full.', 'The writer stopped [E1402].']);
    check('The index was dropped, causing full scans [E1402]', [
      'The index was dropped.',
      'There were full scans [E1402]',
    ]);
  });

  it('moves the whole sentence where the rest would be none', () => {
    check('This was due to a full disk.', []);
    check('The new limit led to evictions.', []);
    check('Pods that failed due to load were restarted.', []);
    check('Launches rejected due to the limit are counted as failed.', []);
    check('It is not because of load.', []);
    check('**Checkout failed because of load.**', []);
    check('Because the API, the worker and the proxy failed, alice paged bo.', []);
  });

  it('takes several explanations out', () => {
    check('Checkout failed because the pool was empty, so alice scaled it up.', ['Checkout failed.']);
    check('The disk was full, so the writer stopped because it had no room.', [
      'The disk was full.',
      'The writer stopped.',
    ]);
  });

  it('moves the whole sentence at a phrase of the team', () => {
    const prose = proseOfText('Reads failed as a knock-on.');
    const lint = { rules: {}, phrases: { 'causal-language': ['as a knock-on'] }, allow: [] };
    assert.deepEqual(splitExplanation(prose, { start: 13, end: 26 }, lint)?.keep, []);
    assert.deepEqual(splitExplanation(prose, { start: 13, end: 26 })?.keep, []);
  });

  it('leaves no cause in what it keeps, over every example of the lexicon', () => {
    const rows = lexicon.filter(({ category }) => category === 'causal-language');
    for (const text of rows.flatMap(({ flags }) => flags.map((flag) => flag.replace(/[{}]/g, '')))) {
      for (const kept of keptOf(text)) {
        const left = matcher.cuesIn(proseOfText(kept)).filter(({ entry }) => entry.category === 'causal-language');
        assert.deepEqual(left, [], `${text} → ${kept}`);
        assert.match(kept, /^[\p{Lu}\p{N}`*_[(]/u, `${text} → ${kept}`);
      }
    }
  });
});
