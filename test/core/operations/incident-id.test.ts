import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConventions } from '../../../src/core/model/conventions';
import { freeIdAmong, incidentIdFor, slugOf, takenNames } from '../../../src/core/operations/incident-id';
import { createInMemoryStore } from '../../support/in-memory-store';

const now = Date.UTC(2026, 10, 23, 23, 30);

describe('incidentIdFor', () => {
  it('leads with the UTC date of the start', () => {
    const started = { kind: 'exact', at: Date.UTC(2026, 10, 22, 23, 59), seconds: false } as const;
    assert.equal(incidentIdFor('Checkout errors', started, now), '2026-11-22-checkout-errors');
  });

  it('takes the date of now where the start is not known', () => {
    assert.equal(incidentIdFor('Checkout errors', { kind: 'unknown' }, now), '2026-11-23-checkout-errors');
    assert.equal(incidentIdFor('', undefined, now), '2026-11-23-untitled-incident');
  });
});

describe('slugOf', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Checkout requests failing in eu-west-1', 'checkout-requests-failing-in-eu-west-1'],
    ['Größe übergroßer Straßenschilder', 'grosse-ubergrosser-strassenschilder'],
    ['Søk virker ikke', 'sok-virker-ikke'],
    ["Can't log in", 'cant-log-in'],
    ['../../etc/passwd', 'etc-passwd'],
    ['支付 失败', '支付-失败'],
    ['ログイン', 'ログイン'],
    ['con', 'con'],
    ['!!!', 'incident'],
    ['POST /checkout: 38 % 5xx', 'post-checkout-38-5xx'],
  ];
  for (const [title, slug] of cases) it(`makes ${slug} of ${title}`, () => assert.equal(slugOf(title), slug));

  it('cuts long titles at a word', () => {
    const slug = slugOf('Requests to the checkout service of the second region fail again and again');
    assert.equal(slug, 'requests-to-the-checkout-service-of-the-second-region-fail');
  });

  it('is a safe folder name whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const slug = slugOf(title);
        assert.match(slug, /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u);
        assert.ok([...slug].length <= 60);
        assert.equal(slug, slug.normalize('NFC'));
      }),
    );
  });
});

describe('freeIdAmong', () => {
  it('counts on where a folder of that name exists in any case', async () => {
    const store = createInMemoryStore({ 'incidents/2026-11-23-A/x.md': '', 'incidents/2026-11-23-a-2/x.md': '' });
    const taken = await takenNames(store, defaultConventions);
    assert.equal(freeIdAmong(taken, '2026-11-23-a'), '2026-11-23-a-3');
    assert.equal(freeIdAmong(taken, '2026-11-23-b'), '2026-11-23-b');
  });
});
