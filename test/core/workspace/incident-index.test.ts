import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/kinds';
import { readMarkdown } from '../../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../../src/core/model/conventions';
import type { DocumentStore } from '../../../src/core/ports';
import {
  createIncidentIndex,
  type IncidentIndexOptions,
  type IndexChange,
} from '../../../src/core/workspace/incident-index';
import { createInMemoryStore } from '../../support/in-memory-store';

const one = 'incidents/2026-11-23-one/report.md';
const two = 'incidents/2026-11-24-two/report.md';

describe('createIncidentIndex', () => {
  it('is empty until it was scanned', async () => {
    const { index } = make({ [one]: report({ title: 'One' }) });
    assert.equal(index.isReady, false);
    assert.deepEqual(index.incidents(), []);
    await index.scan();
    assert.equal(index.isReady, true);
    assert.equal(index.incident('2026-11-23-one')?.report?.title, 'One');
  });

  it('sorts open ones by severity, the others by when impact started, newest first', async () => {
    const { index } = make({
      'incidents/2026-11-20-a/report.md': report({ status: 'closed' }),
      'incidents/2026-11-21-b/report.md': report({ status: 'resolved' }),
      'incidents/2026-11-22-c/report.md': report({ status: 'resolved' }),
      'incidents/2026-11-23-d/report.md': report({ status: 'monitoring', severity: 'SEV3' }),
      'incidents/2026-11-22-e/report.md': report({ status: 'investigating', severity: 'SEV1' }),
      'incidents/2026-11-24-f/report.md': report({ status: 'identified', severity: 'SEV3' }),
    });
    await index.scan();
    assert.deepEqual(
      index.incidents().map(({ id }) => id.slice(11)),
      ['e', 'f', 'd', 'c', 'b', 'a'],
    );
  });

  it('takes a document as an editor holds it, without reading its text', async () => {
    const open = readDocument(readMarkdown(report({ title: 'Typed' })), defaultConventions);
    const { index, store } = make({ [one]: report({ title: 'One' }) }, (path) => (path === one ? open : undefined));
    await index.scan();
    assert.equal(index.incident('2026-11-23-one')?.report?.title, 'Typed');
    assert.deepEqual(store.reads, []);
  });

  it('reads one file again at an update, and says what differs', async () => {
    const { index, store, changes } = make({ [one]: report({ title: 'One' }), [two]: report({ title: 'Two' }) });
    await index.scan();
    const other = index.incident('2026-11-24-two');
    const reads = store.reads.length;
    store.write(one, report({ title: 'Changed' }));
    await index.update([one]);
    assert.deepEqual(store.reads.slice(reads), [one]);
    assert.equal(index.incident('2026-11-23-one')?.report?.title, 'Changed');
    assert.equal(index.incident('2026-11-24-two'), other);
    assert.deepEqual(changes.at(-1), { ids: new Set(['2026-11-23-one']), isReordered: false });
  });

  it('is silent where a summary stays as it was', async () => {
    const { index, store, changes } = make({ [one]: report({ title: 'One' }) });
    await index.scan();
    store.write(one, `${report({ title: 'One' })}\nMore words.\n`);
    await index.update([one]);
    assert.equal(changes.length, 1);
  });

  it('follows files and folders that come and go', async () => {
    const { index, store, changes } = make({ [one]: report({}) });
    await index.scan();
    store.write(two, report({}));
    await index.update(['incidents/2026-11-24-two']);
    assert.deepEqual(
      index.incidents().map(({ id }) => id),
      ['2026-11-24-two', '2026-11-23-one'],
    );
    assert.equal(changes.at(-1)?.isReordered, true);
    store.remove(one);
    await index.update(['incidents/2026-11-23-one']);
    assert.deepEqual(
      index.incidents().map(({ id }) => id),
      ['2026-11-24-two'],
    );
    assert.deepEqual([...(changes.at(-1)?.ids ?? [])], ['2026-11-23-one']);
  });

  it('takes neither templates nor evidence nor files of another type for incidents', async () => {
    const { index } = make({
      'incidents/templates/report.md': report({}),
      'incidents/2026-11-23-one/evidence/report.md': report({}),
      'incidents/README.md': '# Incidents\n',
      'other/report.md': report({}),
    });
    await index.scan();
    assert.deepEqual(index.incidents(), []);
  });

  it('gives a postmortem that covers several reports to each of them', async () => {
    const { index } = make({
      [one]: report({}),
      [two]: report({}),
      'incidents/2026-11-24-two/postmortem.md': postmortem('2026-11-23-one, 2026-11-24-two'),
    });
    await index.scan();
    const paths = index.incidents().map(({ postmortem: found }) => found?.path);
    assert.deepEqual(paths, ['incidents/2026-11-24-two/postmortem.md', 'incidents/2026-11-24-two/postmortem.md']);
  });

  it('shows a postmortem whose report is not here as an incident of its own', async () => {
    const { index } = make({ 'incidents/2026-11-23-x/postmortem.md': postmortem('gone') });
    await index.scan();
    assert.deepEqual(
      index.incidents().map(({ id, report: found }) => [id, found]),
      [['2026-11-23-x', undefined]],
    );
  });

  it('keeps what it knew of a file that cannot be read at the moment', async () => {
    const { index, store } = make({ [one]: report({ title: 'One' }) });
    await index.scan();
    store.read = () => Promise.reject(new Error('busy'));
    await index.update([one]);
    assert.equal(index.incident('2026-11-23-one')?.report?.title, 'One');
  });

  it('drops a read that a later one overtook', async () => {
    const { index, store } = make({ [one]: report({ title: 'Old' }) });
    await index.scan();
    let release: (text: string) => void = () => undefined;
    const slow = new Promise<string>((resolve) => {
      release = resolve;
    });
    const read = store.read;
    store.read = () => slow;
    const first = index.update([one]);
    await Promise.resolve();
    store.read = read;
    store.write(one, report({ title: 'New' }));
    await index.update([one]);
    release(report({ title: 'Stale' }));
    await first;
    assert.equal(index.incident('2026-11-23-one')?.report?.title, 'New');
  });

  it('leaves no trace of a read under way once it is disposed of', async () => {
    const { index, changes } = make({ [one]: report({}) });
    const scan = index.scan();
    index.dispose();
    await scan;
    assert.deepEqual(index.incidents(), []);
    assert.deepEqual(changes, []);
  });

  it('reads at most eight documents at a time', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`incidents/i${at}/report.md`, report({})]));
    const { index, store } = make(files);
    let open = 0;
    let most = 0;
    const read = store.read;
    store.read = async (path) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
      return read(path);
    };
    await index.scan();
    assert.equal(index.incidents().length, 40);
    assert.equal(most, 8);
  });

  it('reads everything again with other conventions', async () => {
    const { index } = make({ [one]: report({}), 'docs/2026-11-25-x/report.md': report({}) });
    await index.scan();
    await index.configure({ ...defaultConventions, folder: 'docs' });
    assert.deepEqual(
      index.incidents().map(({ id }) => id),
      ['2026-11-25-x'],
    );
  });

  it('keeps a report above 1 MiB visible, and says that it is not read fully', async () => {
    const { index } = make({ [one]: `${report({ title: 'Big' })}\n${'word '.repeat(300_000)}` });
    await index.scan();
    const summary = index.incident('2026-11-23-one')?.report;
    assert.deepEqual([summary?.title, summary?.damaged], ['Big', true]);
  });
});

/** The store's functions may be replaced by a test. */
type LooseStore = {
  -readonly [Key in keyof ReturnType<typeof createInMemoryStore>]: ReturnType<typeof createInMemoryStore>[Key];
};

function make(files: Readonly<Record<string, string>>, readOpen?: IncidentIndexOptions['readOpen']) {
  const store: LooseStore = createInMemoryStore(files);
  const changes: IndexChange[] = [];
  const port: DocumentStore = {
    read: (path) => store.read(path),
    exists: (path) => store.exists(path),
    list: (path) => store.list(path),
  };
  const index = createIncidentIndex({
    store: port,
    conventions: defaultConventions,
    countFindings: () => 0,
    ...(readOpen && { readOpen }),
    onDidChange: (change) => changes.push(change),
  });
  return { index, store, changes };
}

function report({ title = 'Title', severity = 'SEV2', status = 'resolved' }): string {
  return `---\ntype: incident-report\nseverity: ${severity}\nstatus: ${status}\n---\n\n# ${title}\n`;
}

function postmortem(reports: string): string {
  return `---\ntype: postmortem\nreports: [${reports}]\nstatus: draft\n---\n\n# Analysis\n`;
}
