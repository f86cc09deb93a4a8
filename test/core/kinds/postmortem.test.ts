import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import type { PostmortemDocument } from '../../../src/core/kinds/incident-document';
import { readCommits } from '../../../src/core/kinds/read-commits';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { citationKey } from '../../../src/core/model/commit';
import { defaultConventions } from '../../../src/core/model/conventions';
import type { Located } from '../../../src/core/model/incident';
import { formatMessage } from '../../../src/core/model/message';

const sample = `---
type: postmortem
reports: [2026-11-23-checkout-errors]
status: in review
owner: "@alice"
reviewers: [bo, "@carol"]
due: 2026-11-30
---

# Connection pool halved by the retry change

## Executive summary

## Root causes and contributing factors

### C1 Retry change halved the connection pool

- Role: trigger
- Class: software change
- Commits: introduced \`a1b2c3d4e5f6\`, exposed payments@\`9f8e7d6c5b4a\`
- Evidence: E1340, E1402, [graph](https://example.com/a,b)
- Confidence: high
- Actions: A1, A2

The analysis, in prose, with entries as citations [E1402].

- Role: this item is prose

### C2: No limit on retries

- **Role:** contributing factor

## Controls that did not hold

### K1 Canary stage

- Expected: stop a deploy whose error rate exceeds 1 %
- Observed: ran 4 minutes,
  saw no checkout traffic
- Evidence: E1340
- Path: \`deploy/canary.yml\`
- Actions: none

## Corrective and preventive actions

| Owner | ID | Action | Type | Addresses | Due | Priority | Status | Proof |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| @alice | A1 | Set the pool size \\| test it | prevent | C1, C2 | 2026-12-04 | P1 | open | |
| | A2 | Alert on canary traffic | detect | C1 | | | done | \`a1b2c3d\` |
`;

function postmortem(text: string): PostmortemDocument {
  const document = readDocument(readMarkdown(text), defaultConventions, 'postmortem');
  assert.equal(document?.kind, 'postmortem');
  return document as PostmortemDocument;
}

describe('a postmortem', () => {
  it('is read in full', () => {
    for (const text of [sample, sample.replaceAll('\n', '\r\n'), `\ufeff${sample}`]) {
      const document = postmortem(text);
      const at = (located: Located | undefined): string | undefined =>
        located && text.slice(located.span.start, located.span.end);
      assert.deepEqual(document.problems, []);
      assert.deepEqual(document.reports, ['2026-11-23-checkout-errors']);
      assert.equal(document.status, 'in review');
      assert.equal(document.owner, 'alice');
      assert.deepEqual(document.reviewers, ['bo', 'carol']);
      assert.equal(document.due, '2026-11-30');
      const [first, second] = document.causes;
      assert.deepEqual([first?.id, first?.title], ['C1', 'Retry change halved the connection pool']);
      assert.equal(text.slice(first?.idSpan.start, first?.idSpan.end), 'C1');
      assert.equal(
        text.slice(first?.heading.start, first?.heading.end),
        '### C1 Retry change halved the connection pool',
      );
      assert.ok(text.slice(first?.span.start, first?.span.end).trimEnd().endsWith('- Role: this item is prose'));
      assert.deepEqual(
        [at(first?.role), at(first?.class), at(first?.confidence)],
        ['trigger', 'software change', 'high'],
      );
      assert.deepEqual(
        first?.commits.map(({ relation, repository, hash, span }) => [
          relation,
          repository,
          hash,
          text.slice(span.start, span.end),
        ]),
        [
          ['introduced', undefined, 'a1b2c3d4e5f6', 'a1b2c3d4e5f6'],
          ['exposed', 'payments', '9f8e7d6c5b4a', 'payments@`9f8e7d6c5b4a`'],
        ],
      );
      assert.deepEqual(first?.evidence.map(at), ['E1340', 'E1402', '[graph](https://example.com/a,b)']);
      assert.deepEqual(first?.actions.map(at), ['A1', 'A2']);
      assert.deepEqual(
        [second?.id, second?.title, at(second?.role)],
        ['C2', 'No limit on retries', 'contributing factor'],
      );
      const control = document.controls[0];
      assert.deepEqual([control?.id, at(control?.path), control?.actions.length], ['K1', 'deploy/canary.yml', 0]);
      assert.equal(control?.observed?.text, 'ran 4 minutes, saw no checkout traffic');
      const [one, two] = document.actions;
      assert.deepEqual(
        [one?.id?.text, one?.action.text, one?.owner?.text, one?.due?.text, one?.addresses, one?.proof],
        ['A1', 'Set the pool size | test it', 'alice', '2026-12-04', ['C1', 'C2'], undefined],
      );
      assert.equal(at(one?.owner), '@alice');
      assert.deepEqual([two?.owner, two?.status?.text, at(two?.proof)], [undefined, 'done', '`a1b2c3d`']);
    }
  });

  it('understands the headings and lists of other templates', () => {
    const document = postmortem(`# Outage

## Root Cause
Text.

### **C1** – Certificate expired

## 5 Whys
## Lessons Learned:
### What went poorly
## Follow-up Improvements
- [x] Renew the certificate
- [ ] Alert before the next one,
      with a page
  - nested
- Write it down
`);
    assert.deepEqual(
      document.sections.map((section) => section.name),
      [
        undefined,
        'Root causes and contributing factors',
        undefined,
        'Root causes and contributing factors',
        'Lessons',
        'What went badly',
        'Corrective and preventive actions',
      ],
    );
    assert.deepEqual([document.causes[0]?.id, document.causes[0]?.title], ['C1', 'Certificate expired']);
    assert.deepEqual(
      document.actions.map((action) => [action.action.text, action.status?.text]),
      [
        ['Renew the certificate', 'done'],
        ['Alert before the next one, with a page', 'open'],
        ['Write it down', undefined],
      ],
    );
  });

  it('reads commits however they are written', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['a1b2c3d', ['introduced a1b2c3d']],
      ['`A1B2C3D`', ['introduced a1b2c3d']],
      ['Fixed `a1b2c3d`, suspect 9f8e7d6', ['fixed a1b2c3d', 'suspect 9f8e7d6']],
      ['introduced a1b2c3d reverted 9f8e7d6', ['introduced a1b2c3d', 'reverted 9f8e7d6']],
      ['exposed: `payments@9f8e7d6`', ['exposed payments@9f8e7d6']],
      ['exposed payments@`9f8e7d6`', ['exposed payments@9f8e7d6']],
      ['introduced by [a1b2c3d](https://example.com/commit/a1b2c3d4e5f6)', ['introduced a1b2c3d']],
      ['`defaced`', ['introduced defaced']],
      ['the defaced page, not known yet', []],
      ['a1b2c3, a1b2c3dz, x-a1b2c3d', []],
      [`${'a1'.repeat(20)}`, [`introduced ${'a1'.repeat(20)}`]],
      [`${'a1'.repeat(21)}`, []],
      ['--output=/tmp/x', []],
    ];
    for (const [text, expected] of cases) {
      const { commits } = readCommits(text, { start: 0, end: text.length });
      assert.deepEqual(
        commits.map(
          ({ relation, repository, hash }) => `${relation} ${repository === undefined ? '' : `${repository}@`}${hash}`,
        ),
        expected,
        text,
      );
      for (const { span, relationSpan, relation } of commits) {
        assert.match(text.slice(span.start, span.end), /^(?:[\w.-]+@)?`?[0-9a-f]{7,40}`?$/i);
        if (relationSpan) assert.equal(text.slice(relationSpan.start, relationSpan.end).toLowerCase(), relation);
      }
    }
  });

  it('reads web addresses of commits and pull requests, of hosts that are known or named in the conventions', () => {
    const hash = 'a1b2c3d4e5f6'.padEnd(40, '0');
    const repositories = {
      payments: { url: 'https://git.example.org/team/payments.git' },
      web: { url: 'git@github.com:acme/web.git' },
    };
    const cases: readonly (readonly [string, readonly string[]])[] = [
      [`fixed https://github.com/acme/shop/commit/${hash}`, [`fixed ${hash}`]],
      [`https://github.com/acme/web/commit/${hash}?diff=split#r1`, [`introduced web@${hash}`]],
      [`https://github.com/acme/shop/pull/412/commits/${hash}`, [`introduced ${hash}`]],
      [`suspect https://gitlab.com/a/b/c/-/commit/${hash}, fixed a1b2c3d`, [`suspect ${hash}`, 'fixed a1b2c3d']],
      [`https://bitbucket.org/acme/shop/commits/${hash}`, [`introduced ${hash}`]],
      [`https://dev.azure.com/acme/p/_git/shop/commit/${hash}`, [`introduced ${hash}`]],
      [`exposed [Halve](https://git.example.org/team/payments/commit/${hash})`, [`exposed payments@${hash}`]],
      [`[a1b2c3d](https://github.com/acme/shop/commit/${hash})`, ['introduced a1b2c3d']],
      [`https://other.example.org/acme/shop/commit/${hash}`, []],
      ['reverted by https://github.com/acme/shop/pull/412', ['reverted #412']],
      ['[the request](https://gitlab.example.org/a/b/-/merge_requests/7/diffs)', ['introduced #7']],
      ['https://bitbucket.org/acme/shop/pull-requests/9', ['introduced #9']],
      ['https://dev.azure.com/acme/p/_git/shop/pullrequest/12', ['introduced #12']],
      ['https://github.com/acme/shop/issues/3', []],
    ];
    for (const [text, expected] of cases) {
      const { commits, pullRequests } = readCommits(text, { start: 0, end: text.length }, repositories);
      const shown = [
        ...commits.map((one) => ({ ...one, name: citationKey(one) })),
        ...pullRequests.map((one) => ({ ...one, name: `#${one.number}` })),
      ];
      assert.deepEqual(
        shown.map(({ relation, name }) => `${relation} ${name}`),
        expected,
        text,
      );
      for (const { relation, relationSpan } of shown) {
        if (relationSpan) assert.equal(text.slice(relationSpan.start, relationSpan.end), relation, text);
      }
    }
    const text = `[a1b2c3d](https://github.com/acme/shop/commit/${hash})`;
    assert.equal(readCommits(text, { start: 0, end: text.length }).commits[0]?.url, text.slice(10, -1));
  });

  it('checks its front matter', () => {
    const text = '---\ntype: postmortem\nstatus: in-review\ndue: 30 Nov\nreports: ["../x", ok]\n---\n# T\n';
    assert.deepEqual(
      postmortem(text).problems.map(({ message, span }) => [text.slice(span.start, span.end), formatMessage(message)]),
      [
        ['"../x"', 'reports is "../x"; expected the name of an incident\'s folder.'],
        ['in-review', 'status is "in-review"; expected one of draft, in review, published.'],
        ['30 Nov', 'due is "30 Nov"; expected a date such as 2026-11-30.'],
      ],
    );
    assert.equal(postmortem(text).status, 'in review');
    assert.equal(postmortem(text).due, undefined);
    assert.deepEqual(postmortem('---\ntype: postmortem\nreviewers: bo, @carol\nreports: a\n---\n').reviewers, [
      'bo',
      'carol',
    ]);
  });
});
