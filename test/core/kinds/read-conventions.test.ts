import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readConventions } from '../../../src/core/kinds/read-conventions';
import { defaultConventions } from '../../../src/core/model/conventions';
import { formatMessage } from '../../../src/core/model/message';
import { applyEdits } from '../../../src/core/model/text';

function problemsOf(text: string): readonly (readonly [string, string])[] {
  return readConventions(text).problems.map(({ span, message }) => [
    text.slice(span.start, span.end),
    formatMessage(message),
  ]);
}

describe('.incidents.yml', () => {
  it('has every default where it is empty', () => {
    for (const text of ['', '\n', '# nothing yet\n', '\ufeff', 'folder:\n']) {
      assert.deepEqual(readConventions(text), { conventions: defaultConventions, problems: [] });
    }
  });

  it('is read in full', () => {
    const { conventions, problems } = readConventions(`# ours
folder: docs/incidents/
severities:
  - name: P1
    test: Everything is down.
  - P2
  - 3
systems:
  - checkout-api
  - name: payments-db
    paths: [db/**, "migrations/**"]
entryKinds: [{ name: traffic shift, definition: Load was moved. }]
roles: [lead]
timeZone: Europe/Berlin
repositories:
  payments: ../payments
  web: https://example.com/web
  both: { path: ../both, url: https://example.com/both }
postmortem:
  severities: [P1]
  dueDays: 10
  owner: "@alice"
actions:
  dueDays: { P1: 14, P2: 30 }
calendar: { days: [mon, tue], from: 09:00, until: "17:30", holidays: [2026-12-25] }
silence: 20
lang: de
lint:
  causal-language: off
  time-format: error
  phrases:
    causal-language: [as a knock-on]
  allow: [root cause analysis]
templates:
  P1: docs/incidents/templates/p1.md
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(conventions, {
      folder: 'docs/incidents',
      severities: [
        { name: 'P1', test: 'Everything is down.' },
        { name: 'P2', test: '' },
        { name: '3', test: '' },
      ],
      systems: [
        { name: 'checkout-api', paths: [] },
        { name: 'payments-db', paths: ['db/**', 'migrations/**'] },
      ],
      entryKinds: [{ name: 'traffic shift', definition: 'Load was moved.' }],
      roles: ['lead'],
      timeZone: 'Europe/Berlin',
      calendar: {
        timeZone: 'Europe/Berlin',
        days: [1, 2],
        from: 9 * 3_600_000,
        until: 17.5 * 3_600_000,
        holidays: ['2026-12-25'],
      },
      repositories: {
        payments: { path: '../payments' },
        web: { url: 'https://example.com/web' },
        both: { path: '../both', url: 'https://example.com/both' },
      },
      postmortem: { severities: ['P1'], dueDays: 10, owner: 'alice' },
      actionDueDays: { P1: 14, P2: 30 },
      silence: 20,
      lang: 'de',
      lint: {
        rules: { 'causal-language': 'off', 'time-format': 'error' },
        phrases: { 'causal-language': ['as a knock-on'] },
        allow: ['root cause analysis'],
      },
      templates: { P1: 'docs/incidents/templates/p1.md' },
    });
  });

  it('reports each value that does not fit at its place, and uses the rest', () => {
    const text = `foldr: x
folder: ../out
severities: SEV1
systems:
  - a
  - {nam: b}
  - name: c
    paths: d
timeZone: Mars/Olympus
silence: soon
postmortem:
  dueDay: 3
  dueDays: -1
lint:
  causal-language: loud
  time-format: hint
repositories:
  payments: { url: ftp://x }
silence: 20
`;
    assert.deepEqual(problemsOf(text), [
      ['foldr', '"foldr" is not a key here. Near it: folder.'],
      ['../out', 'folder is "../out"; expected a folder inside the workspace folder, such as incidents.'],
      ['SEV1', 'severities is "SEV1"; expected a list of severities, such as - name: SEV1.'],
      ['{nam: b}', 'name is not here; expected name with a value.'],
      ['nam', '"nam" is not a key here. Near it: name.'],
      ['d', 'systems.paths is "d"; expected a list.'],
      ['Mars/Olympus', 'timeZone is "Mars/Olympus"; expected a zone such as Europe/Berlin.'],
      ['soon', 'silence is "soon"; expected a number of minutes.'],
      ['dueDay', '"dueDay" is not a key here. Near it: dueDays.'],
      ['-1', 'postmortem.dueDays is "-1"; expected a number of days.'],
      ['loud', 'lint.causal-language is "loud"; expected one of off, hint, info, warning, error.'],
      ['ftp://x', 'repositories.payments.url is "ftp://x"; expected a web address.'],
      ['silence', 'silence stands here again; the first one counts.'],
    ]);
    const { conventions } = readConventions(text);
    assert.equal(conventions.folder, 'incidents');
    assert.deepEqual(conventions.severities, defaultConventions.severities);
    assert.deepEqual(
      conventions.systems.map((system) => system.name),
      ['a', 'c'],
    );
    assert.deepEqual(conventions.lint.rules, { 'time-format': 'hint' });
    assert.equal(conventions.postmortem.dueDays, 5);
    assert.equal(conventions.silence, 15);
  });

  it('offers the key or value that is near', () => {
    for (const [text, fixed] of [
      ['timezone: UTC\n', 'timeZone: UTC\n'],
      ['lint:\n  placeholder: warn\n', 'lint:\n  placeholder: warning\n'],
    ] as const) {
      const fix = readConventions(text).problems[0]?.fixes?.[0];
      assert.equal(applyEdits(text, fix?.edits ?? []), fixed);
    }
  });

  it('keeps the defaults where the file is no YAML, no mapping or too much', () => {
    for (const text of [
      'just words',
      '- a\n- b',
      '{',
      '\u0000\u0001',
      '['.repeat(5000),
      'a: &x [*x]',
      `k: ${'v'.repeat(70_000)}`,
    ]) {
      const { conventions, problems } = readConventions(text);
      assert.equal(conventions.folder, 'incidents', text.slice(0, 20));
      assert.ok(problems.length > 0, text.slice(0, 20));
    }
  });

  it('takes keys with a meaning in JavaScript as any other', () => {
    const text = 'lint:\n  __proto__: off\ntemplates:\n  constructor: a.md\n__proto__: { polluted: yes }\n';
    const { conventions, problems } = readConventions(text);
    assert.equal(problems.length, 1);
    assert.deepEqual(Object.keys(conventions.lint.rules), ['__proto__']);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('never throws and always points into the file', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        'systems:',
        '  - a',
        '  - name: b',
        'lint:',
        '  x: off',
        'severities: [',
        ']',
        'postmortem: {',
        '}',
        'silence: 5',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const text = lines.join('\n');
        const { conventions, problems } = readConventions(text);
        assert.ok(conventions.severities.length > 0 && conventions.folder !== '');
        for (const { span } of problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
    );
  });
});
