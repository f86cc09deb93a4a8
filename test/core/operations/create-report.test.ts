import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/kinds';
import type { ReportDocument } from '../../../src/core/kinds/incident-document';
import { readConventions } from '../../../src/core/kinds/read-conventions';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import { createReport, type ReportRequest } from '../../../src/core/operations/create-report';
import { enableIncidents } from '../../../src/core/operations/enable-incidents';
import { checkDocument } from '../../../src/core/rules/check';
import { createInMemoryStore } from '../../support/in-memory-store';

const now = Date.UTC(2026, 10, 23, 14, 5, 30);
const started = { kind: 'exact', at: Date.UTC(2026, 10, 23, 14, 2), seconds: false } as const;

describe('createReport', () => {
  it('makes the folder, the report and .incidents.yml', async () => {
    const { store, created, text } = await create({ title: 'Checkout requests failing', severity: 'SEV2', started });
    assert.equal(created.id, '2026-11-23-checkout-requests-failing');
    assert.deepEqual([...store.files.keys()], ['.incidents.yml', created.path]);
    const report = read(text);
    assert.equal(report.title?.text, 'Checkout requests failing');
    assert.equal(report.severity?.text, 'SEV2');
    assert.equal(report.status, 'investigating');
  });

  it('starts the timeline when impact started', async () => {
    const { text } = await create({ title: 'Checkout requests failing', started });
    assert.ok(text.includes('| 2026-11-23 14:02Z | impact started | Checkout requests failing | | E1402 |\n'));
    assert.equal(read((await create({ started })).text).entries[0]?.event.text, 'Impact started.');
    const unknown = await create({ title: 'X', started: { kind: 'unknown' } });
    assert.equal(read(unknown.text).entries.length, 0);
    assert.equal(read((await create({ title: 'X' })).text).entries[0]?.time.text, '2026-11-23 14:05Z');
  });

  it('lists the systems', async () => {
    const { text } = await create({ title: 'X', systems: ['checkout-api', 'payments-db'] });
    assert.ok(text.includes('## Systems involved\n\n- `checkout-api`\n- `payments-db`\n\n## Timeline'));
    assert.deepEqual(read(text).systems, ['checkout-api', 'payments-db']);
  });

  it('puts the cursor into an empty paragraph of the summary', async () => {
    const { text, created } = await create({ title: 'X' });
    assert.ok(text.slice(0, created.cursor).endsWith('## Summary\n\n'));
    assert.ok(text.slice(created.cursor).startsWith('\n\n## Impact'));
  });

  it('leaves no gap where nobody is about to write', async () => {
    const { text } = await create({ title: 'X', unopened: true });
    assert.ok(text.includes('## Summary\n\n## Impact\n'));
    assert.doesNotMatch(text, /\n\n\n/);
  });

  it('has no finding, whatever was skipped', async () => {
    const requests: readonly Partial<ReportRequest>[] = [
      {},
      {
        title: 'Checkout requests failing in eu-west-1',
        severity: 'SEV1',
        systems: ['api'],
        commander: 'alice',
        started,
      },
      { title: 'X', started: { kind: 'unknown' } },
      { title: 'Checkout: "errors" | more #', commander: '@alice' },
    ];
    for (const request of requests) {
      const { text, created } = await create(request);
      assert.deepEqual(findings(text, created.path), [], text);
    }
  });

  it('keeps any title as the heading', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', ' ', '|', '#', '\n', ':', '"', '水') }),
        async (title) => {
          const { text } = await create({ title: `a${title}b` });
          assert.equal(read(text).title?.text.replace(/\s+/g, ' '), `a${title}b`.replace(/\s+/g, ' '));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('never overwrites: the second of the same name gets -2', async () => {
    const store = createInMemoryStore({ 'incidents/2026-11-23-X/report.md': 'mine' });
    const { created } = await create({ title: 'x' }, store);
    assert.equal(created.id, '2026-11-23-x-2');
    assert.equal((await create({ title: 'x' }, store)).created.id, '2026-11-23-x-3');
    assert.equal(store.files.get('incidents/2026-11-23-X/report.md'), 'mine');
  });

  it('leaves an .incidents.yml that is there', async () => {
    const store = createInMemoryStore({ '.incidents.yml': '# ours\n' });
    await create({ title: 'x' }, store);
    assert.equal(store.files.get('.incidents.yml'), '# ours\n');
  });

  it('fills the template of the team and leaves the rest of it', async () => {
    const template = [
      '---',
      '# Kept by the platform team.',
      'type: incident-report',
      'severity: ⟨severity⟩ # see the handbook',
      'channel: "#incidents"',
      '---',
      '',
      '# ⟨title⟩',
      '',
      '<!-- What is seen, in two sentences. -->',
      '',
      '## Summary',
      '',
      '⟨what is seen⟩',
      '',
      '## Handbook',
      '',
      '- [Steps](https://example.com)',
      '- ⟨link⟩',
      '',
      '## Timeline',
      '',
      '| ID | When | What |',
      '| -- | ---- | ---- |',
      '',
    ].join('\r\n');
    const store = createInMemoryStore({ 'incidents/templates/report.md': template });
    const { text, created } = await create({ title: 'Errors', severity: 'SEV2', commander: 'alice', started }, store);
    assert.ok(
      text.startsWith(
        '---\r\n# Kept by the platform team.\r\ntype: incident-report\r\nseverity: SEV2 # see the handbook\r\n',
      ),
    );
    assert.ok(
      text.includes('channel: "#incidents"\r\nstatus: investigating\r\ncommander: alice\r\n---\r\n\r\n# Errors\r\n'),
    );
    assert.ok(text.includes('<!-- What is seen, in two sentences. -->'));
    assert.ok(text.includes('- [Steps](https://example.com)\r\n'));
    assert.ok(!text.includes('⟨'));
    assert.ok(
      text.includes(
        '| ID | When | What | Kind |\r\n| -- | ---- | ---- | --- |\r\n| E1402 | 2026-11-23 14:02Z | Errors | impact started |',
      ),
    );
    assert.ok(!/[^\r]\n/.test(text));
    assert.ok(text.slice(0, created.cursor).endsWith('## Summary\r\n\r\n'));
    assert.deepEqual(findings(text, created.path), []);
  });

  it('takes a template by severity, and one without front matter', async () => {
    const store = createInMemoryStore({ 'docs/big.md': '## Summary\n\nBig.\n', 'docs/small.md': '# T\n' });
    const conventions = { ...defaultConventions, templates: { SEV1: 'docs/big.md', default: 'docs/small.md' } };
    const request = { title: 'Errors', severity: 'SEV1', systems: [], now, started };
    const created = await createReport(store, conventions, request);
    const text = created.change.creates.at(-1)?.text ?? '';
    assert.ok(
      text.startsWith(
        '---\ntype: incident-report\nseverity: SEV1\nstatus: investigating\n---\n\n# Errors\n\n## Summary\n\nBig.\n',
      ),
    );
    const small = await createReport(store, conventions, { ...request, severity: 'SEV3' });
    assert.ok(small.change.creates.at(-1)?.text.includes('# Errors\n\n## Timeline\n'));
  });
});

describe('enableIncidents', () => {
  it('makes a file of comments that reads without a problem, also with the comments taken away', async () => {
    const text = (await enableIncidents(createInMemoryStore())).creates[0]?.text ?? '';
    assert.deepEqual(readConventions(text), { conventions: defaultConventions, problems: [] });
    const keys = text.replace(/^# (?=\w+:| {2})/gm, '');
    const { conventions, problems } = readConventions(keys);
    assert.deepEqual(problems, []);
    const { systems, timeZone, ...rest } = conventions;
    const { systems: _, ...defaults } = defaultConventions;
    assert.deepEqual(rest, defaults);
    assert.deepEqual(
      [systems, timeZone],
      [[{ name: 'checkout-api', paths: ['services/checkout/**'] }], 'Europe/Berlin'],
    );
  });

  it('changes nothing where there is one', async () => {
    assert.deepEqual(await enableIncidents(createInMemoryStore({ '.incidents.yml': '' })), { creates: [], edits: [] });
  });
});

async function create(request: Partial<ReportRequest>, store = createInMemoryStore()) {
  const created = await createReport(store, defaultConventions, { title: '', systems: [], now, ...request });
  store.apply(created.change);
  return { store, created, text: store.files.get(created.path) ?? '' };
}

function read(text: string): ReportDocument {
  const document = readDocument(readMarkdown(text), defaultConventions);
  assert.ok(document?.kind === 'incident-report');
  return document;
}

function findings(text: string, path: string) {
  return checkDocument(read(text), { conventions: defaultConventions, path }).map(({ rule, message }) => [
    rule,
    message,
  ]);
}
