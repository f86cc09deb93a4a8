import assert from 'node:assert/strict';
import { fixed, problemsOf, report, timeline } from './read-report';

describe('a merge conflict in a report', () => {
  it('reads both sides of a merge conflict and offers to keep both in order', () => {
    const text = timeline(
      '| Time | Event | ID |',
      '|---|---|---|',
      '| 2026-11-23 14:00Z | a | E1400 |',
      '<<<<<<< HEAD',
      '| 2026-11-23 14:05Z | c | E1405 |',
      '| 2026-11-23 14:09Z | e | E1409 |',
      '||||||| base',
      '| 2026-11-23 14:01Z | old | E1401 |',
      '=======',
      '| 2026-11-23 14:03Z | b | E1403 |',
      '| 2026-11-23 14:05Z | c | E1405 |',
      '>>>>>>> branch',
      '| 2026-11-23 14:20Z | f | E1420 |',
    );
    const document = report(text);
    assert.deepEqual(problemsOf(document), [
      ['merge-conflict', 'A merge conflict in the timeline; both sides are read, 2 and 2 entries.'],
    ]);
    assert.deepEqual(
      document.entries.map((entry) => entry.event.text),
      ['a', 'c', 'e', 'b', 'c', 'f'],
    );
    for (const eol of ['\n', '\r\n']) {
      const after = fixed(text.replaceAll('\n', eol), 'merge-conflict');
      assert.deepEqual(
        report(after).entries.map((entry) => entry.id?.text),
        ['E1400', 'E1403', 'E1405', 'E1409', 'E1420'],
      );
      assert.ok(!/[<>=|]{7}/.test(after));
      assert.equal(after.split(eol).length, 12);
    }
  });

  it('reads both sides of a conflict in a list, but not what both had before', () => {
    const lines = [
      '- 14:00Z a',
      '<<<<<<< HEAD',
      '- 14:05Z b',
      '||||||| base',
      '- 14:01Z old',
      '=======',
      '- 14:03Z c',
      '>>>>>>> x',
    ];
    const document = report(timeline(...lines), Date.UTC(2026, 10, 23));
    assert.deepEqual(
      document.entries.map((entry) => entry.event.text),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(problemsOf(document), [
      ['merge-conflict', 'A merge conflict in the timeline; both sides are read, 1 and 1 entries.'],
    ]);
  });

  it('offers to keep both sides of a conflict in prose', () => {
    const text = '# T\n\n## Summary\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> b\n';
    assert.deepEqual(problemsOf(report(text)), [['merge-conflict', 'A merge conflict; both sides are read.']]);
    assert.equal(fixed(text, 'merge-conflict'), '# T\n\n## Summary\n\nOne.\nTwo.\n');
  });
});
