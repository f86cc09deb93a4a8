import assert from 'node:assert/strict';
import type { EntryFields, ToWebview } from '../../../src/protocol/timeline-entry';
import {
  type FormEvent,
  type FormState,
  initialState,
  isTicking,
  isUntouched,
  reduce,
  valuesOfKind,
} from '../../../webview-ui/timeline-entry/state';
import { emptyPreview, fields, fresh, preview, view } from '../harness/samples';

const now = Date.UTC(2026, 10, 23, 14, 43, 20);

function through(state: FormState, ...events: readonly FormEvent[]): FormState {
  return events.reduce(reduce, state);
}

const edit = (patch: Partial<EntryFields>, at = now): FormEvent => ({ type: 'edited', patch, now: at });
const receive = (message: ToWebview): FormEvent => ({ type: 'received', message });
const init = receive({ type: 'init', view, keys: 'other', fields: fresh });
const started = through(initialState(), init);
const filled = through(started, edit({ event: fields.event }));

describe('the state of the timeline-entry form', () => {
  it('begins with an empty form and the focus in Event', () => {
    assert.deepEqual(started.fields, fresh);
    assert.equal(started.focus, 'event');
    assert.equal(isUntouched(started), true);
  });

  it('takes an attached file among the evidence and leaves what is being typed', () => {
    const typed = through(filled, edit({ pending: 'https://exam' }));
    const evidence = ['attached:00000000-0000-4000-8000-000000000000:3:a.log'];
    const attached = through(typed, receive({ type: 'attached', evidence }));
    assert.deepEqual(attached.fields.evidence, [...typed.fields.evidence, ...evidence]);
    assert.equal(attached.fields.pending, 'https://exam');
  });

  it('drops attached files that the extension no longer holds, as after a reload', () => {
    const key = '00000000-0000-4000-8000-000000000000';
    const evidence = ['a1b2c3d', `attached:${key}:3:a.log`];
    const returned = (held: readonly string[]) => {
      const kept = initialState({ fields: { ...fields, evidence }, changed: now });
      return through(kept, receive({ type: 'init', view, keys: 'other', fields: fresh, held })).fields.evidence;
    };
    assert.deepEqual(returned([key]), evidence);
    assert.deepEqual(returned([]), ['a1b2c3d']);
  });

  it('stops the clock at the first letter of the event and lets it run where that is taken back', () => {
    const typed = through(started, edit({ event: 'H' }), edit({ event: 'HT' }, now + 5_000));
    assert.equal(typed.fields.anchor, now);
    assert.equal(through(typed, edit({ event: '' })).fields.anchor, undefined);
  });

  it('takes a time typed after the event as of now', () => {
    const typed = through(filled, edit({ time: '-20m' }, now + 60_000), edit({ systems: 'payments-db' }, now + 90_000));
    assert.equal(typed.fields.anchor, now + 60_000);
  });

  it('asks again each second only while the reading moves', () => {
    const ticking = through(started, receive({ type: 'preview', preview: emptyPreview }));
    assert.equal(isTicking(ticking), true);
    assert.equal(isTicking(through(ticking, edit({ event: 'H' }))), false);
    assert.equal(isTicking(through(ticking, receive({ type: 'preview', preview }))), false);
  });

  it('keeps what was typed last, here or in the memory of the extension, and says that the draft came back', () => {
    const returned = (changed: number, at: number) => {
      const draft = { fields: { ...fields, event: 'remembered' }, at, from: '14:20Z' };
      const message: ToWebview = { type: 'init', view, keys: 'other', fields: fresh, draft };
      return through(initialState({ fields, changed }), receive(message));
    };
    assert.equal(returned(now, now - 1).fields.event, fields.event);
    assert.equal(returned(now - 1, now).fields.event, 'remembered');
    assert.deepEqual(returned(now, now).notice, { kind: 'draft', from: '14:20Z' });
  });

  it('takes the draft of the extension where the page kept nothing, and can discard it', () => {
    const message = {
      type: 'init',
      view,
      keys: 'other',
      fields: fresh,
      draft: { fields, at: 1_795_443_600_000, from: '14:20Z' },
    } as const;
    const restored = through(initialState(), receive(message));
    assert.deepEqual(restored.fields, fields);
    assert.deepEqual(restored.notice, { kind: 'draft', from: '14:20Z' });
    const discarded = through(restored, { type: 'discarded' });
    assert.deepEqual(discarded.fields, fresh);
    assert.deepEqual(discarded.notice, { kind: 'place' });
  });

  it('does not let a late answer replace a newer one', () => {
    const newer = through(started, receive({ type: 'preview', preview: { ...preview, sequence: 7 } }));
    const late = through(newer, receive({ type: 'preview', preview: { ...emptyPreview, sequence: 6 } }));
    assert.equal(late.preview?.place, preview.place);
  });

  it('says what is missing instead of saving an empty event', () => {
    const refused = through(started, { type: 'save-requested', another: false });
    assert.equal(refused.saving, undefined);
    assert.deepEqual(refused.notice, { kind: 'empty' });
    assert.equal(refused.focus, 'event');
  });

  it('saves once, however often it is asked, with the evidence that is still in its box', () => {
    const typed = through(filled, edit({ pending: 'https://grafana.example/1' }));
    const saving = through(
      typed,
      { type: 'save-requested', another: false },
      { type: 'save-requested', another: true },
    );
    assert.deepEqual(saving.saving, { sequence: 1, another: false });
    assert.deepEqual(saving.fields.evidence, ['https://grafana.example/1']);
    assert.equal(saving.fields.pending, '');
  });

  it('empties the form after saving, keeps the systems and offers to undo', () => {
    const saved = savedState(false);
    assert.deepEqual(saved.fields, { ...fresh, systems: 'checkout-api' });
    assert.deepEqual(saved.notice, { kind: 'saved', id: 'E1435', message: 'Saved E1435, 14:35:20 UTC.' });
    assert.equal(saved.justSaved, 'E1435');
    assert.equal(isUntouched(saved), true);
  });

  it('goes on in Event after save and add another, and stays where it is after save', () => {
    assert.equal(savedState(true).focus, 'event');
    assert.equal(savedState(false).focus, undefined);
  });

  it('keeps the offer to undo until the next event is typed', () => {
    const saved = savedState(false);
    assert.equal(through(saved, edit({ time: '-5m' })).notice.kind, 'saved');
    assert.equal(through(saved, edit({ event: 'N' })).notice.kind, 'place');
  });

  it('leads to the field that cannot be read', () => {
    const saving = through(filled, { type: 'focused' }, { type: 'save-requested', another: false });
    const refused = through(saving, receive({ type: 'not-saved', sequence: 1, problem: 'time' }));
    assert.equal(refused.focus, 'time');
    assert.equal(refused.saving, undefined);
    assert.deepEqual(refused.fields.event, fields.event);
  });

  it('puts the text back into the form after an undo, unless something new was typed', () => {
    const undone: ToWebview = { type: 'undone', id: 'E1435', fields, view };
    assert.deepEqual(through(savedState(false), receive(undone)).fields, fields);
    const typing = through(savedState(false), edit({ event: 'New' }));
    assert.equal(through(typing, receive(undone)).fields.event, 'New');
  });

  it('takes a pasted line apart and can put it together again', () => {
    const asked = through(started, { type: 'requested' });
    const pasted = through(asked, receive({ type: 'pasted', sequence: 1, fields }));
    assert.deepEqual(pasted.fields, fields);
    assert.deepEqual(through(pasted, { type: 'paste-undone' }).fields, fresh);
    assert.equal(through(pasted, { type: 'paste-undone' }).beforePaste, undefined);
  });

  it('takes over what was typed elsewhere, with the keyboard in Event', () => {
    const handed = through(started, receive({ type: 'handed', fields }));
    assert.deepEqual(handed.fields, fields);
    assert.equal(handed.focus, 'event');
  });

  it('adds evidence once and drops blank lines', () => {
    const added = through(started, {
      type: 'evidence-added',
      texts: ['a1b2c3d', ' ', 'a1b2c3d ', 'https://x.example'],
    });
    assert.deepEqual(added.fields.evidence, ['a1b2c3d', 'https://x.example']);
    assert.deepEqual(through(added, { type: 'evidence-removed', index: 0 }).fields.evidence, ['https://x.example']);
  });

  it('forgets which sentences move when the event changes', () => {
    const moving = through(filled, { type: 'move-toggled', start: 38 });
    assert.deepEqual(moving.fields.moves, [38]);
    assert.deepEqual(through(moving, { type: 'move-toggled', start: 38 }).fields.moves, []);
    assert.deepEqual(through(moving, edit({ event: 'Other' })).fields.moves, []);
    assert.deepEqual(through(moving, edit({ systems: 'payments-db' })).fields.moves, [38]);
  });

  it('offers values for a kind that carries one', () => {
    assert.equal(valuesOfKind(started), undefined);
    assert.deepEqual(valuesOfKind(through(started, edit({ kind: 'severity' }))), ['SEV1', 'SEV2', 'SEV3']);
  });
});

function savedState(another: boolean): FormState {
  const typed = through(filled, { type: 'focused' }, edit({ systems: 'checkout-api' }));
  const message = { type: 'saved', sequence: 1, id: 'E1435', message: 'Saved E1435, 14:35:20 UTC.', view } as const;
  return through(typed, { type: 'save-requested', another }, receive(message));
}
