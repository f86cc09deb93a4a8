import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { formatStamp } from '../../../src/core/model/read-stamp';
import type { EntryDraft } from '../../../src/core/operations/add-timeline-entry';
import { parseLogLine } from '../../../src/core/operations/parse-log-line';

const conventions = {
  ...defaultConventions,
  systems: ['api-3', 'Payments DB', 'api'].map((name) => ({ name, paths: [] })),
  entryKinds: [{ name: 'page out', definition: 'Somebody was paged.' }],
};
const context = { now: Date.UTC(2026, 10, 23, 14, 35, 20), timeZone: 'Europe/Berlin', conventions };

describe('parseLogLine', () => {
  it('reads time, kind, actor, systems and links', () => {
    check('14:05Z restarted api-3 #action @carol https://example.com/x', {
      time: '2026-11-23 14:05Z',
      kind: 'action',
      event: 'restarted api-3',
      systems: ['api-3'],
      actors: ['carol'],
      evidence: ['https://example.com/x'],
    });
  });

  it('takes a bare time in the zone that is given, and now where none stands', () => {
    check('15:05 seen', { time: '2026-11-23 14:05Z', event: 'seen' });
    check('seen', { time: '2026-11-23 14:35:20Z', event: 'seen', kind: 'note' });
    check('now: seen', { time: '2026-11-23 14:35:20Z', event: 'seen' });
    check('yesterday 23:50 seen', { time: '2026-11-22 22:50Z', event: 'seen' });
    check('2026-11-23 14:05:10Z - seen', { time: '2026-11-23 14:05:10Z', event: 'seen' });
    check('~14:05Z seen', { time: '~2026-11-23 14:05Z', event: 'seen' });
    check('unknown seen', { time: 'unknown', event: 'seen' });
  });

  it('reads kinds of several words and kinds of the team', () => {
    check('#impact-started errors', { kind: 'impact started', event: 'errors' });
    check('bo #page-out', { kind: 'page out', event: 'bo' });
  });

  it('reads the values of severity, status and role', () => {
    check('#severity sev1 raised', { kind: 'severity', value: 'SEV1', event: 'raised' });
    check('#severity:SEV1', { kind: 'severity', value: 'SEV1', event: 'Severity set to SEV1.' });
    check('#status monitoring', { kind: 'status', value: 'monitoring', event: 'Status set to monitoring.' });
    check('#role commander @bo', { kind: 'role', value: 'commander bo', event: 'Role taken: commander bo.' });
  });

  it('knows systems as words of their own, whatever their case', () => {
    check('payments db slow, api fine, api-30 gone', { systems: ['Payments DB', 'api'] });
  });

  it('keeps numbers with a hash, later tags and links with words', () => {
    check('see #1234 #action [the graph](https://example.com) #check', {
      kind: 'action',
      event: 'see #1234 #check',
      evidence: ['[the graph](https://example.com)'],
    });
  });

  it('names the nearest kind where a tag is none', () => {
    refuse('x #acton', '"acton" is not a kind here. Near it: action.');
    refuse('x #severity SEV9', '#severity is followed by one of SEV1, SEV2, SEV3, SEV4.');
    refuse('14:05 #action @bo', 'Type what was observed.');
    refuse('', 'Type what was observed.');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (line) => void parseLogLine(line, context)));
  });
});

function check(line: string, expected: Partial<Omit<EntryDraft, 'stamp'>> & { readonly time?: string }): void {
  const read = parseLogLine(line, context);
  assert.ok('draft' in read, line);
  const { stamp, ...draft } = read.draft;
  const actual: Record<string, unknown> = { time: formatStamp(stamp), ...draft };
  for (const [key, value] of Object.entries(expected)) assert.deepEqual(actual[key], value, `${line}: ${key}`);
}

function refuse(line: string, words: string): void {
  const read = parseLogLine(line, context);
  assert.ok('problem' in read, line);
  assert.equal(formatMessage(read.problem), words);
}
