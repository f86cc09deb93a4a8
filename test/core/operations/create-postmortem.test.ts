import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { type Conventions, defaultConventions } from '../../../src/core/model/conventions';
import {
  createPostmortem,
  type PostmortemRequest,
  postmortemDefaults,
} from '../../../src/core/operations/create-postmortem';
import { checkDocument } from '../../../src/core/rules/check';
import { createInMemoryStore } from '../../support/in-memory-store';

const incident = '2026-11-23-errors';
const now = Date.UTC(2026, 10, 25);
const report = [
  '---',
  'type: incident-report',
  'severity: SEV2',
  'status: resolved',
  'commander: alice',
  '---',
  '',
  '# Checkout errors',
  '',
  '## Timeline',
  '',
  '| Time | Kind | Event | Evidence | ID |',
  '| --- | --- | --- | --- | --- |',
  '| 2026-11-23 14:02Z | impact started | Errors. | | E1402 |',
  '',
].join('\n');
const reportPath = `incidents/${incident}/report.md`;

describe('createPostmortem', () => {
  it('links the report and takes owner and due date from the policy', async () => {
    const { document, path } = await create({ incident });
    assert.equal(path, `incidents/${incident}/postmortem.md`);
    assert.deepEqual(document.reports, [incident]);
    assert.deepEqual([document.status, document.owner, document.due], ['draft', 'alice', '2026-11-30']);
    assert.equal(document.title?.text, 'Checkout errors');
  });

  it('prefers what was asked for, then the policy, then the commander', async () => {
    const conventions = { ...defaultConventions, postmortem: { severities: [], dueDays: 1, owner: 'bo' } };
    assert.equal((await create({ incident }, { conventions })).document.owner, 'bo');
    const asked = await create({ incident, owner: '@carol', due: '2027-01-04' }, { conventions });
    assert.deepEqual([asked.document.owner, asked.document.due], ['carol', '2027-01-04']);
  });

  it('has no finding, and the cursor in its first section', async () => {
    const { document, cursor, path } = await create({ incident });
    assert.deepEqual(checkDocument(document, { conventions: defaultConventions, path }), []);
    assert.ok(document.markdown.text.slice(0, cursor).endsWith('## Executive summary\n\n'));
  });

  it('links the report below the title, unless the template does', async () => {
    const { document } = await create({ incident });
    assert.ok(
      document.markdown.text.includes(
        '# Checkout errors\n\nThe facts: [incident report](report.md).\n\n## Executive summary\n',
      ),
    );
    const template = '---\ntype: postmortem\n---\n# ⟨title⟩\n\nSee [report](report.md).\n\n## Lessons\n';
    const linked = await create({ incident }, { files: { 'incidents/templates/postmortem.md': template } });
    assert.equal(linked.document.markdown.text.split('report.md').length, 2);
    const renamed = await create(
      { incident: '2026-11-24-b' },
      { files: { 'incidents/2026-11-24-b/The report (v2).md': report } },
    );
    assert.ok(renamed.document.markdown.text.includes('[incident report](The%20report%20%28v2%29.md).\n'));
  });

  it('leaves no gap where nobody is about to write', async () => {
    const { document } = await create({ incident, unopened: true });
    assert.ok(document.markdown.text.includes('## Executive summary\n\n## What happened\n'));
  });

  it('takes the template of the team', async () => {
    const files = {
      'incidents/templates/postmortem.md': '---\ntype: postmortem\nteam: core\n---\n# ⟨title⟩\n\n## Lessons\n',
    };
    const { document } = await create({ incident }, { files });
    assert.ok(
      document.markdown.text.startsWith(`---\ntype: postmortem\nteam: core\nreports: [${incident}]\nstatus: draft\n`),
    );
    assert.ok(
      document.markdown.text.endsWith(
        '---\n# Checkout errors\n\nThe facts: [incident report](report.md).\n\n## Lessons\n\n\n',
      ),
    );
  });

  it('refuses where there is one already, also one in another folder', async () => {
    const own = { [`incidents/${incident}/postmortem.md`]: 'anything' };
    await assert.rejects(create({ incident }, { files: own }), { code: 'already-exists' });
    const other = { 'incidents/x/postmortem.md': `---\ntype: postmortem\nreports: [a, ${incident}]\n---\n# P\n` };
    await assert.rejects(create({ incident }, { files: other }), {
      code: 'already-exists',
      message: 'incidents/x/postmortem.md is there already.',
    });
  });

  it('refuses an incident that is not there', async () => {
    await assert.rejects(create({ incident: 'none' }), { message: 'There is no incident "none" here.' });
  });
});

describe('postmortemDefaults', () => {
  it('counts working days from when impact started, else from now', () => {
    const started = Date.UTC(2026, 10, 27, 23);
    assert.equal(postmortemDefaults(defaultConventions, { impactStarted: started }, now).due, '2026-12-04');
    assert.equal(postmortemDefaults(defaultConventions, {}, now).due, '2026-12-02');
  });

  it('says whether the policy asks for one', () => {
    assert.equal(postmortemDefaults(defaultConventions, { severity: 'SEV2' }, now).required, true);
    assert.equal(postmortemDefaults(defaultConventions, { severity: 'SEV3' }, now).required, false);
    assert.equal(postmortemDefaults(defaultConventions, {}, now).required, false);
  });
});

async function create(
  request: Omit<PostmortemRequest, 'now'>,
  { conventions = defaultConventions, files = {} }: { conventions?: Conventions; files?: Record<string, string> } = {},
) {
  const store = createInMemoryStore({ [reportPath]: report, ...files });
  const created = await createPostmortem(store, conventions, { ...request, now });
  store.apply(created.change);
  const document = readDocument(readMarkdown(store.files.get(created.path) ?? ''), conventions);
  assert.ok(document?.kind === 'postmortem');
  return { ...created, document };
}
