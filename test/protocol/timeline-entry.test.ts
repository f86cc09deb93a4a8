import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type EntryFields,
  type FromWebview,
  parseFields,
  parseFromWebview,
  parsePageState,
  parseToWebview,
  type ToWebview,
} from '../../src/protocol/timeline-entry';
import { emptyPreview, fields, fresh, preview, view } from '../webview-ui/harness/samples';

const fromWebview: readonly FromWebview[] = [
  { type: 'ready' },
  { type: 'ready', editing: { id: 'E1435', written: '| 2026-11-23 14:35Z | check | A | | E1435 |' } },
  { type: 'edit', entry: 3, id: 'E1413' },
  { type: 'stop' },
  { type: 'save-mine', sequence: 6, fields },
  { type: 'rename', id: 'E1435', to: 'E1440' },
  { type: 'input', sequence: 3, fields },
  { type: 'paste', sequence: 4, fields, line: '14:05 restarted api-3' },
  { type: 'save', sequence: 5, fields: { ...fields, anchor: 1_795_442_600_000, moves: [38] } },
  { type: 'undo', id: 'E1435' },
  { type: 'open' },
  { type: 'open', id: 'E1435' },
  { type: 'copy', fields },
  { type: 'discard' },
];

const toWebview: readonly ToWebview[] = [
  { type: 'init', view, keys: 'mac', fields: fresh, draft: { fields, at: 1_795_443_600_000, from: '14:20Z' } },
  { type: 'view', view: { ...view, banner: { text: ['report.md cannot be written: read-only.'], actions: ['copy'] } } },
  { type: 'preview', preview },
  { type: 'preview', preview: emptyPreview },
  { type: 'pasted', sequence: 4, fields },
  { type: 'handed', fields },
  { type: 'saved', sequence: 5, id: 'E1435', message: 'Saved E1435, 14:35:20 UTC.', view },
  { type: 'saved', sequence: 5, id: 'E1435', message: 'Saved E1435.', view, rename: 'E1440', next: fresh },
  { type: 'begun', view, fields, fresh, editing: { written: '- 14:05Z restarted' } },
  { type: 'renamed', id: 'E1440', message: 'Renamed E1435 to E1440.', view },
  { type: 'undone', id: 'E1440', view },
  { type: 'not-saved', sequence: 6, problem: 'time' },
  { type: 'undone', id: 'E1435', fields, view },
];

const optionalKeys = new Set([
  'init.draft',
  'open.id',
  'ready.editing',
  'begun.editing',
  'saved.rename',
  'saved.next',
  'undone.fields',
]);

describe('messages of the timeline-entry form', () => {
  it('come out of the parser as they went in, however they were sent', () => {
    for (const message of fromWebview) assert.deepEqual(parseFromWebview(structuredClone(message)), message);
    for (const message of toWebview) assert.deepEqual(parseToWebview(JSON.parse(JSON.stringify(message))), message);
  });

  it('are built anew, so that the sender keeps no hold on them', () => {
    const sent = { ...fields, evidence: [...fields.evidence] };
    const parsed = parseFields(sent);
    sent.evidence.push('https://later.example');
    assert.deepEqual(parsed, fields);
  });

  it('are refused when anything is missing, surplus or of another type', () => {
    for (const message of [...fromWebview, ...toWebview]) {
      const parse: (value: unknown) => unknown = isFromWebview(message) ? parseFromWebview : parseToWebview;
      assert.equal(parse({ ...message, path: '/etc/passwd' }), undefined);
      assert.equal(parse({ ...message, type: 'other' }), undefined);
      for (const key of Object.keys(message)) {
        const { [key as 'type']: _, ...rest } = message;
        if (!optionalKeys.has(`${message.type}.${key}`)) assert.equal(parse(rest), undefined, key);
        assert.equal(parse({ ...message, [key]: Symbol.iterator }), undefined);
      }
    }
  });

  it('are refused when a text is longer than the form can hold', () => {
    assert.equal(parseFields({ ...fields, event: 'x'.repeat(20_001) }), undefined);
    assert.equal(parseFields({ ...fields, evidence: Array.from({ length: 51 }, String) }), undefined);
    assert.equal(parseFromWebview({ type: 'undo', id: 'E'.repeat(65) }), undefined);
  });

  it('never throw and never let junk through', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
    fc.assert(
      fc.property(anything, (value) => {
        assert.equal(parseFromWebview(value), undefined);
        assert.equal(parseToWebview(value), undefined);
        assert.equal(parsePageState(value), undefined);
      }),
      { numRuns: 2_000 },
    );
  });

  it('survive any change to a part of a message: parsed anew it is the same, or it is refused', () => {
    const messages = fc.constantFrom<unknown>(...fromWebview, ...toWebview);
    fc.assert(
      fc.property(messages, fc.array(fc.nat(20), { maxLength: 6 }), fc.anything(), (message, way, value) => {
        const changed = replaceAt(structuredClone(message), way, value);
        for (const parse of [parseFromWebview, parseToWebview]) {
          const parsed = parse(changed);
          if (parsed !== undefined) assert.deepEqual(parse(parsed), parsed);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('do not reach a prototype', () => {
    const hostile: unknown = JSON.parse(`{"type":"open","__proto__":{"polluted":true}}`);
    assert.equal(parseFromWebview(hostile), undefined);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.equal(parseFromWebview(Object.create({ type: 'ready' })), undefined);
  });

  it('keep what the page remembers of itself apart from everything else', () => {
    const kept = { incident: view.incident, fields, changed: 0 };
    assert.deepEqual(parsePageState(structuredClone(kept)), kept);
    assert.equal(parsePageState({ ...kept, fields: { ...fields, kind: 7 } }), undefined);
    assert.equal(parsePageState(undefined), undefined);
  });

  it('hold the fields of a form exactly', () => {
    const keys: readonly (keyof EntryFields)[] = ['time', 'precision', 'until', 'bound', 'kind', 'value', 'event'];
    for (const key of keys) assert.equal(parseFields({ ...fields, [key]: 1 }), undefined, key);
    assert.equal(parseFields({ ...fields, precision: 'sometimes' }), undefined);
    assert.equal(parseFields({ ...fields, moves: [1.5] }), undefined);
    assert.equal(parseFields({ ...fields, anchor: Number.NaN }), undefined);
  });
});

function isFromWebview(message: FromWebview | ToWebview): message is FromWebview {
  return fromWebview.some((one) => one === message);
}

/** Puts `value` where the path leads, counting an object's keys and a list's items. */
function replaceAt(target: unknown, path: readonly number[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof target !== 'object' || target === null) return value;
  const keys = Object.keys(target);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const holder = target as Record<string, unknown>;
  holder[key] = replaceAt(holder[key], rest, value);
  return holder;
}
