import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completionsAt, hoverAt, type PlaceContext } from '../../../src/core/kinds/completions';
import { readConventions } from '../../../src/core/kinds/read-conventions';
import { applyEdits } from '../../../src/core/model/text';

const { conventions } = readConventions(
  'systems: [checkout-api, payments-db]\nentryKinds:\n  - name: traffic shift\n    definition: Load was moved.\n',
);
const context: PlaceContext = {
  rules: [
    { id: 'causal-language', summary: 'A report gives no causes.', hasPhrases: true },
    { id: 'time-format', summary: 'Times are readable.', hasPhrases: false },
  ],
  people: ['alice', 'bo'],
  incidents: ['2026-11-23-checkout-errors'],
};

/** `$` marks the cursor. */
function at(marked: string): readonly [string, number] {
  const offset = marked.indexOf('$');
  return [marked.replace('$', ''), offset];
}

function labels(marked: string, more: PlaceContext = {}): readonly string[] {
  const [text, offset] = at(marked);
  return completionsAt(text, offset, conventions, { ...context, ...more }).map((completion) => completion.label);
}

function accept(marked: string, label: string): string {
  const [text, offset] = at(marked);
  const found = completionsAt(text, offset, conventions, context).find((completion) => completion.label === label);
  assert.ok(found, `${label} in ${marked}`);
  assert.ok(found.span.start <= offset && offset <= found.span.end);
  return applyEdits(text, [{ span: found.span, newText: found.insert }]);
}

const severities = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];

describe('completion', () => {
  it('offers the keys that are not there yet', () => {
    assert.deepEqual(labels('---\ntype: incident-report\nstatus: resolved\n$\n---\n'), [
      'severity',
      'commander',
      'visibility',
      'lang',
    ]);
    assert.deepEqual(labels('---\ntype: postmortem\nrev$\n---\n').slice(0, 3), ['reports', 'status', 'owner']);
    assert.ok(labels('---\n$\n---\n').includes('type'));
    assert.ok(labels('---\r\nt$').length === 0 || labels('---\r\ntype: postmortem\r\no$\r\n---\r\n').includes('owner'));
    assert.equal(
      accept('---\ntype: incident-report\nsev$\n---\n', 'severity'),
      '---\ntype: incident-report\nseverity: \n---\n',
    );
    assert.equal(accept('---\ntype: postmortem\no$ner: x\n---\n', 'owner'), '---\ntype: postmortem\nowner: x\n---\n');
  });

  it('offers the values of a key', () => {
    const report = (line: string): string => `---\ntype: incident-report\n${line}\n---\n\n# T\n`;
    assert.deepEqual(labels(report('severity: $')), severities);
    assert.deepEqual(labels(report('status: in$')), [
      'investigating',
      'identified',
      'monitoring',
      'resolved',
      'closed',
    ]);
    assert.deepEqual(labels('---\ntype: $\n---\n'), ['incident-report', 'postmortem']);
    assert.deepEqual(labels(report('commander: $')), ['alice', 'bo']);
    assert.deepEqual(labels(report('own: $')), []);
    assert.deepEqual(labels(report('status: resolved # $')), []);
    assert.equal(accept(report('status: in$vest'), 'identified'), report('status: identified'));
    assert.equal(accept(report('status:$'), 'resolved'), report('status: resolved'));
    assert.equal(accept(report('severity: SEV$ # a guess'), 'SEV2'), report('severity: SEV2 # a guess'));
    assert.equal(
      accept('---\ntype: postmortem\nreviewers: [alice, $]\n---\n', 'bo'),
      '---\ntype: postmortem\nreviewers: [alice, bo]\n---\n',
    );
    assert.equal(
      accept('---\ntype: postmortem\nreports:\n  - 2026$\n---\n', '2026-11-23-checkout-errors'),
      '---\ntype: postmortem\nreports:\n  - 2026-11-23-checkout-errors\n---\n',
    );
    assert.equal(
      accept('---\ntype: postmortem\nstatus: $\n---\n', 'in review'),
      '---\ntype: postmortem\nstatus: in review\n---\n',
    );
  });

  it('knows the conventions file in depth', () => {
    assert.ok(labels('$').includes('severities'));
    assert.ok(!labels('folder: x\n$\n').includes('folder'));
    assert.deepEqual(labels('postmortem:\n  $'), ['severities', 'dueDays', 'owner']);
    assert.deepEqual(labels('postmortem:\n  dueDays: 3\n  $'), ['severities', 'owner']);
    assert.deepEqual(labels('lint:\n  $'), ['phrases', 'allow', 'causal-language', 'time-format']);
    assert.deepEqual(labels('lint:\n  causal-language: $'), ['off', 'hint', 'info', 'warning', 'error']);
    assert.deepEqual(labels('lint:\n  phrases:\n    $'), ['causal-language']);
    assert.deepEqual(labels('severities:\n  - name: SEV1\n    $'), ['test']);
    assert.deepEqual(labels('systems:\n- $').length, 0);
    assert.deepEqual(labels('postmortem:\n  severities: [SEV1, $]'), severities);
    assert.deepEqual(labels('postmortem:\n  severities:\n  - $'), severities);
    assert.ok(labels('timeZone: Europe/B$').includes('Europe/Berlin'));
    assert.deepEqual(labels('# $'), []);
    assert.equal(accept('lint:\n  caus$\nsilence: 5\n', 'causal-language'), 'lint:\n  causal-language: \nsilence: 5\n');
    assert.equal(accept('postm$', 'postmortem'), 'postmortem:');
    assert.ok(labels('---\nfold$', { file: 'conventions' }).includes('folder'));
  });

  it('offers kinds and systems in the cells of a timeline', () => {
    const head =
      '---\ntype: incident-report\n---\n## Timeline\n\n| Time | Kind | Event | System |\n| --- | --- | --- | --- |\n';
    const kinds = labels(`${head}| 2026-11-23 14:05Z | $ | | |\n`);
    for (const kind of ['impact started', 'traffic shift', 'severity SEV2', 'status resolved', 'role commander'])
      assert.ok(kinds.includes(kind), kind);
    assert.ok(!kinds.includes('severity'));
    assert.deepEqual(labels(`${head}| 2026-11-23 14:05Z | check | $ | |\n`), []);
    assert.deepEqual(labels(`${head}| 2026-11-23 14:05Z | check | a \\| b | $ |\n`), ['checkout-api', 'payments-db']);
    assert.equal(
      accept(`${head}| 2026-11-23 14:05Z | im$`, 'impact started'),
      `${head}| 2026-11-23 14:05Z | impact started`,
    );
    assert.equal(accept(`${head}| x | ch$eck | | |\n`, 'change'), `${head}| x | change | | |\n`);
    assert.equal(
      accept(`${head}| x | | | checkout-api, p$ |\n`, 'payments-db'),
      `${head}| x | | | checkout-api, payments-db |\n`,
    );
    assert.deepEqual(labels('# T\n\nText $\n'), []);
  });

  it('offers roles, relations and states in a postmortem', () => {
    const head = '---\ntype: postmortem\n---\n## Root cause\n\n### C1 x\n\n';
    assert.deepEqual(labels(`${head}- Role: $\n`), ['trigger', 'root cause', 'contributing factor']);
    assert.ok(labels(`${head}- Commits: introduced \`a1b2c3d\`, $\n`).includes('exposed'));
    assert.deepEqual(labels(`${head}- Commits: introduced \`a$\n`), []);
    assert.equal(accept(`${head}- Commits: ex$`, 'exposed'), `${head}- Commits: exposed`);
    const actions = `---\ntype: postmortem\n---\n## Action items\n\n| ID | Action | Type | Status |\n|---|---|---|---|\n`;
    assert.deepEqual(labels(`${actions}| A1 | x | $ | |\n`), [
      'prevent',
      'detect',
      'mitigate',
      'repair',
      'process',
      'investigate',
    ]);
    assert.deepEqual(labels(`${actions}| A1 | x | | $ |\n`), ['open', 'in progress', 'done', 'declined']);
  });
});

describe('hover', () => {
  it('says what a key or value means', () => {
    const hover = (marked: string): string | undefined => {
      const [text, offset] = at(marked);
      return hoverAt(text, offset, conventions, context)?.text;
    };
    assert.match(
      hover('---\ntype: incident-report\nstat$us: resolved\n---\n') ?? '',
      /^Where the incident stands[\s\S]*- `resolved`: /,
    );
    assert.equal(
      hover('---\ntype: incident-report\nstatus: res$olved\n---\n'),
      'The service works fully again. A postmortem may be due.',
    );
    assert.equal(hover('---\ntype: incident-report\nseverity: SEV$1\n---\n'), conventions.severities[0]?.test);
    assert.match(hover('---\ntype: incident-report\nsever$ity: SEV1\n---\n') ?? '', /`SEV1`: Most users/);
    assert.equal(hover('---\ntype: incident-report\nown$: x\n---\n'), undefined);
    assert.match(hover('sil$ence: 3\n') ?? '', /^Minutes without/);
    assert.match(hover('lint:\n  causal-lang$uage: off\n') ?? '', /^A report gives no causes\./);
    assert.equal(hover('## x\n\nfoo$\n'), undefined);
    const table =
      '---\ntype: incident-report\n---\n## Timeline\n\n| Time | Kind |\n|---|---|\n| x | impact st$arted |\n';
    assert.equal(hover(table), 'The first effect on users.');
    const [text, offset] = at('---\ntype: incident-report\nstat$us: x\n---\n');
    const span = hoverAt(text, offset, conventions)?.span;
    assert.equal(text.slice(span?.start, span?.end), 'status');
  });

  it('and completion never throw, wherever the cursor stands', () => {
    const line = fc.constantFrom(
      '---',
      'type: postmortem',
      'a:',
      '  - b',
      '- c: d',
      '  e: [f, ',
      ']',
      '{',
      '# g',
      '| x | y',
      '|---|---|',
      '| ',
      '- Role: ',
      '\t- x',
      '"k": v',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.string({ maxLength: 12 })), { maxLength: 8 }),
        fc.nat(80),
        fc.constantFrom('document', 'conventions', undefined),
        (lines, at, file) => {
          const text = lines.join('\n');
          const offset = Math.min(at, text.length);
          const options = { ...context, ...(file && { file }) } as PlaceContext;
          for (const { span } of completionsAt(text, offset, conventions, options)) {
            assert.ok(0 <= span.start && span.start <= offset && offset <= span.end && span.end <= text.length);
          }
          hoverAt(text, offset, conventions, options);
        },
      ),
      { numRuns: 500 },
    );
  });
});
