import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { applyEdits } from '../../../src/core/model/text';
import { type CommitLink, linkCommit } from '../../../src/core/operations/link-commit';

const head = '---\ntype: postmortem\n---\n\n# T\n\n## Root causes and contributing factors\n\n';
const hash = 'a1b2c3d4e5f6'.padEnd(40, '0');

/** The causes after the link; `cause` is what stands under the heading of C1. */
function link(cause: string, extra: Partial<CommitLink> = {}, before = head): string {
  const text = `${before}${cause}`;
  const document = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(document?.kind === 'postmortem');
  const linked = applyEdits(text, [linkCommit(document, 'C1', { relation: 'introduced', hash, ...extra })]);
  const again = readDocument(readMarkdown(linked), defaultConventions);
  assert.ok(again?.kind === 'postmortem');
  const last = again.causes.find(({ id }) => id === 'C1')?.commits.at(-1);
  assert.equal(last?.hash, hash.slice(0, 12), 'what is written is read as a citation');
  return linked.slice(before.length);
}

describe('linking a commit', () => {
  it('appends it to the commits of a cause, with 12 digits and its relation', () => {
    assert.equal(
      link('### C1 A\n\n- Role: trigger\n- Commits: introduced `1111111`\n- Evidence: E1\n', { relation: 'fixed' }),
      '### C1 A\n\n- Role: trigger\n- Commits: introduced `1111111`, fixed `a1b2c3d4e5f6`\n- Evidence: E1\n',
    );
  });

  it('fills a field that is empty or says that there is none', () => {
    for (const value of ['', ' ', ' none', ' -']) {
      assert.equal(
        link(`### C1 A\n\n- Commits:${value}\n`),
        '### C1 A\n\n- Commits: introduced `a1b2c3d4e5f6`\n',
        value,
      );
    }
  });

  it('adds the field behind role and class, as they are written', () => {
    assert.equal(
      link('### C1 A\n\n* **Role:** trigger\n* **Class:** software change\n* **Actions:** A1\n'),
      '### C1 A\n\n* **Role:** trigger\n* **Class:** software change\n* **Commits:** introduced `a1b2c3d4e5f6`\n* **Actions:** A1\n',
    );
    assert.equal(
      link('### C1 A\n\n- Actions: A1\n'),
      '### C1 A\n\n- Commits: introduced `a1b2c3d4e5f6`\n- Actions: A1\n',
    );
  });

  it('adds the field to a cause without any, on a line of its own', () => {
    assert.equal(link('### C1 A\n\nProse.\n'), '### C1 A\n\n- Commits: introduced `a1b2c3d4e5f6`\n\nProse.\n');
    assert.equal(link('### C1 A\nProse.\n'), '### C1 A\n\n- Commits: introduced `a1b2c3d4e5f6`\n\nProse.\n');
    assert.equal(link('### C1 A'), '### C1 A\n\n- Commits: introduced `a1b2c3d4e5f6`');
    assert.equal(link('### C1 A\n\n## Lessons\n'), '### C1 A\n\n- Commits: introduced `a1b2c3d4e5f6`\n\n## Lessons\n');
  });

  it('names the other repository', () => {
    assert.equal(
      link('### C1 A\n\n- Commits:\n', { repository: 'payments' }),
      '### C1 A\n\n- Commits: introduced payments@`a1b2c3d4e5f6`\n',
    );
  });

  it('keeps every other byte, with either line ending', () => {
    const before = head.replaceAll('\n', '\r\n');
    assert.equal(
      link('### C1 A\r\n\r\n- Role: trigger\r\n\r\nProse.  \r\n', {}, before),
      '### C1 A\r\n\r\n- Role: trigger\r\n- Commits: introduced `a1b2c3d4e5f6`\r\n\r\nProse.  \r\n',
    );
  });

  it('is refused where it is linked already or the cause is gone', () => {
    assert.throws(
      () => link('### C1 A\n\n- Commits: introduced `a1b2c3d`\n'),
      /C1 says "introduced a1b2c3d" already\./,
    );
    assert.throws(() => link('### C2 A\n\n- Commits:\n'), /C1 is no longer there\./);
    assert.match(link('### C1 A\n\n- Commits: suspect `a1b2c3d`\n'), /suspect `a1b2c3d`, introduced/);
  });
});

describe('a commit that is dismissed', () => {
  it('keeps its reason in brackets, in which nothing reads as another citation', () => {
    const text = [
      '---',
      'type: postmortem',
      '---',
      '',
      '# P',
      '',
      '## Root causes and contributing factors',
      '',
      '### C1 A',
      '',
      '- Commits: introduced `a1b2c3d4e5f6`',
      '',
    ].join('\n');
    const read = (of: string) => {
      const document = readDocument(readMarkdown(of), defaultConventions);
      assert.ok(document?.kind === 'postmortem');
      return document;
    };
    const reason = 'renames `size`, as 9f8e7d6c5b4a (did) before';
    const edit = linkCommit(read(text), 'C1', { relation: 'dismissed', hash: '1111111aaaaabbbb', reason });
    const after = applyEdits(text, [edit]);
    assert.match(after, /, dismissed `1111111aaaaa` \(renames size as 9f8e7d… did before\)\n/);
    assert.deepEqual(
      read(after).causes[0]?.commits.map(({ relation, hash }) => `${relation} ${hash}`),
      ['introduced a1b2c3d4e5f6', 'dismissed 1111111aaaaa'],
    );
  });
});
