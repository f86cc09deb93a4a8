import assert from 'node:assert/strict';
import type { CommitCitation } from '../../../src/core/model/cause';
import type { Commit, CommitLookup } from '../../../src/core/model/commit';
import { formatMessage } from '../../../src/core/model/message';
import {
  type CitationAction,
  citationAction,
  describeCitation,
  describeFirstTag,
  describePullRequest,
  describeRevert,
  mainCitation,
} from '../../../src/core/operations/describe-citation';

const impact = Date.UTC(2026, 10, 23, 14, 2, 10);
const minute = 60_000;

const citation: CommitCitation = { relation: 'introduced', hash: 'a1b2c3d4e5f6', span: { start: 0, end: 12 } };
const elsewhere: CommitCitation = { ...citation, relation: 'exposed', hash: '9f8e7d6c5b4a', repository: 'payments' };

function found(committed: number, subject = 'Retry on 503'): CommitLookup {
  const commit: Commit = {
    hash: 'a1b2c3d4e5f6'.padEnd(40, '0'),
    subject,
    author: 'alice',
    authored: 0,
    committed,
    parents: [],
  };
  return { state: 'found', commit };
}

interface Case {
  readonly lookup: CommitLookup | undefined;
  readonly says: string;
  readonly action?: CitationAction;
  readonly citation?: CommitCitation;
  readonly impact?: number | undefined;
}

const show: CitationAction = { kind: 'show-changes', key: 'a1b2c3d4e5f6' };

const cases: Readonly<Record<string, Case>> = {
  'a commit before impact': {
    lookup: found(impact - 192 * minute - 5_000),
    says: 'introduced a1b2c3d Retry on 503, 3 h 12 min before impact',
    action: show,
  },
  'a commit after impact started': {
    lookup: found(impact + 8 * minute),
    says: 'introduced a1b2c3d Retry on 503, 8 min after impact started',
    action: show,
  },
  'a commit without an impact entry': {
    lookup: found(Date.UTC(2026, 10, 23, 10, 50)),
    impact: undefined,
    says: 'introduced a1b2c3d Retry on 503, 23 Nov 10:50Z',
    action: show,
  },
  'a commit of another repository that is here': {
    lookup: found(impact - 8 * minute),
    citation: elsewhere,
    says: 'exposed payments@9f8e7d6 Retry on 503, 8 min before impact',
    action: { kind: 'show-changes', key: 'payments@9f8e7d6c5b4a' },
  },
  'a repository that is not here': {
    lookup: { state: 'other-repository', repository: 'payments' },
    citation: elsewhere,
    says: 'exposed payments@9f8e7d6, repository payments is not in this workspace',
  },
  'a repository with a web address': {
    lookup: { state: 'other-repository', repository: 'payments', url: 'https://git.example/team/payments.git/' },
    citation: elsewhere,
    says: 'exposed payments@9f8e7d6, open in browser',
    action: { kind: 'open-url', url: 'https://git.example/team/payments/commit/9f8e7d6c5b4a' },
  },
  'a repository whose address is none of the web': {
    lookup: { state: 'other-repository', repository: 'payments', url: 'command:x' },
    citation: elsewhere,
    says: 'exposed payments@9f8e7d6, repository payments is not in this workspace',
  },
  'an unknown hash': { lookup: { state: 'unknown', shallow: false }, says: 'a1b2c3d is not in this repository' },
  'an unknown hash of a shallow clone': {
    lookup: { state: 'unknown', shallow: true },
    says: 'a1b2c3d is not in this shallow clone',
    action: { kind: 'copy-unshallow', text: 'git fetch --unshallow' },
  },
  'an ambiguous hash': {
    lookup: { state: 'ambiguous', candidates: ['a1b2c3d', 'a1b2c3e', 'a1b2c3f'] },
    citation: { ...citation, hash: 'a1b2c30' },
    says: 'a1b2c30 matches 3 commits',
    action: { kind: 'pick-commit', candidates: ['a1b2c3d', 'a1b2c3e', 'a1b2c3f'] },
  },
  'an address of another repository': {
    lookup: { state: 'unknown', shallow: false },
    citation: { ...citation, url: 'https://github.com/acme/shop/commit/a1b2c3d4e5f6' },
    says: 'introduced a1b2c3d, open in browser',
    action: { kind: 'open-url', url: 'https://github.com/acme/shop/commit/a1b2c3d4e5f6' },
  },
  'an address in restricted mode': {
    lookup: { state: 'restricted' },
    citation: { ...citation, url: 'https://github.com/acme/shop/commit/a1b2c3d4e5f6' },
    says: 'introduced a1b2c3d, open in browser',
    action: { kind: 'open-url', url: 'https://github.com/acme/shop/commit/a1b2c3d4e5f6' },
  },
  'an address of a commit that is here': {
    lookup: found(impact - 8 * minute),
    citation: { ...citation, url: 'https://github.com/acme/shop/commit/a1b2c3d4e5f6' },
    says: 'introduced a1b2c3d Retry on 503, 8 min before impact',
    action: show,
  },
  'no git': { lookup: { state: 'no-git' }, says: 'a1b2c3d: git was not found' },
  'restricted mode': {
    lookup: { state: 'restricted' },
    says: 'a1b2c3d: commits are not read in restricted mode',
    action: { kind: 'manage-trust' },
  },
  'no repository': { lookup: { state: 'no-repository' }, says: 'a1b2c3d: this folder is not a git repository' },
  'a busy repository': { lookup: { state: 'busy' }, says: 'introduced a1b2c3d', action: show },
  'the first time': { lookup: undefined, says: 'introduced a1b2c3d', action: show },
};

describe('the words of a cited commit', () => {
  for (const [name, one] of Object.entries(cases)) {
    it(`tell of ${name}`, () => {
      const cited = one.citation ?? citation;
      const impactStart = 'impact' in one ? one.impact : impact;
      assert.equal(formatMessage(describeCitation(cited, one.lookup, impactStart)), one.says);
      assert.deepEqual(citationAction(cited, one.lookup), one.action ?? { kind: 'none' });
    });
  }

  it('of a pull request are its number alone', () => {
    const request = {
      relation: 'fixed',
      number: '412',
      url: 'https://github.com/acme/shop/pull/412',
      span: citation.span,
    } as const;
    assert.equal(formatMessage(describePullRequest(request)), 'fixed pull request 412, open in browser');
  });

  it('tell what became of it', () => {
    const lookup = found(Date.UTC(2026, 10, 23, 15, 10));
    assert.ok(lookup.state === 'found');
    assert.equal(formatMessage(describeRevert(lookup.commit, impact)), 'reverted by a1b2c3d 23 Nov 15:10Z');
    assert.equal(formatMessage(describeFirstTag({ firstTag: 'v4.18.2' })), 'first in v4.18.2');
    assert.equal(formatMessage(describeFirstTag({})), 'in no tag');
    assert.equal(formatMessage(describeFirstTag(undefined)), 'first tag not known');
  });

  it('are about the commit that brought the fault, before those near it', () => {
    const of = (relation: CommitCitation['relation']) => ({ ...citation, relation });
    assert.equal(mainCitation([of('fixed'), of('suspect'), of('introduced')])?.relation, 'introduced');
    assert.equal(mainCitation([of('dismissed')])?.relation, 'dismissed');
    assert.equal(mainCitation([]), undefined);
  });

  it('give the year of a commit of another year', () => {
    const lookup = found(Date.UTC(2025, 10, 23, 10, 50));
    assert.equal(
      formatMessage(describeCitation(citation, lookup, undefined, impact)),
      'introduced a1b2c3d Retry on 503, 23 Nov 2025 10:50Z',
    );
  });

  it('keep a hostile subject on one line, without characters that turn the text around', () => {
    const lookup = found(impact, `a\u202eb\u0000\n${'c'.repeat(200)}`);
    const said = formatMessage(describeCitation(citation, lookup, impact));
    assert.match(said, /^introduced a1b2c3d a b c{90,}…, 0 s before impact$/);
  });
});
