import { readAttached } from '../../src/protocol/attached-file';
import {
  type EditedReference,
  type EntryFields,
  type EntryPreview,
  type FormView,
  freshFields,
  type PageState,
  type ToWebview,
} from '../../src/protocol/timeline-entry';

/** Everything the page shows. Changed only by {@link reduce}. */
export interface FormState {
  readonly fields: EntryFields;
  /** When they were last changed here, in ms; absent while they never were. */
  readonly changed?: number;
  /** What the form holds while nothing was typed: an empty one, or what the edited entry says. */
  readonly fresh: EntryFields;
  /** The entry that is edited; absent for a new one. */
  readonly editing?: EditedReference;
  readonly view?: FormView;
  /** The answer to the latest request that has one; may lag behind the fields. */
  readonly preview?: EntryPreview;
  readonly keys: 'mac' | 'other';
  readonly notice: Notice;
  /** Number of the latest request. */
  readonly sequence: number;
  /** The save that is under way. */
  readonly saving?: { readonly sequence: number; readonly another: boolean };
  /** The fields before a pasted line was taken apart. */
  readonly beforePaste?: EntryFields;
  readonly allFindings: boolean;
  /** Id of the row that was just saved. */
  readonly justSaved?: string;
  /** Where the keyboard goes after the next drawing; taken once. */
  readonly focus?: FocusTarget;
}

export type FocusTarget = 'time' | 'until' | 'event' | 'undo' | 'banner';

/** The line under the buttons. */
export type Notice =
  | { readonly kind: 'place' }
  | { readonly kind: 'saved'; readonly id: string; readonly message: string; readonly rename?: string }
  | { readonly kind: 'draft'; readonly from: string }
  | { readonly kind: 'empty' };

export type FormEvent =
  | { readonly type: 'edited'; readonly patch: Partial<EntryFields>; readonly now: number }
  | { readonly type: 'evidence-added'; readonly texts: readonly string[] }
  | { readonly type: 'evidence-removed'; readonly index: number }
  | { readonly type: 'move-toggled'; readonly start: number }
  | { readonly type: 'paste-undone' }
  | { readonly type: 'discarded' }
  | { readonly type: 'all-findings-wanted' }
  | { readonly type: 'requested' }
  | { readonly type: 'save-requested'; readonly another: boolean }
  | { readonly type: 'received'; readonly message: ToWebview }
  | { readonly type: 'focused' };

/** The state before the extension has answered; `kept` is what the page had typed into it before it was hidden. */
export function initialState(kept?: Pick<PageState, 'fields' | 'changed' | 'editing'>): FormState {
  return {
    fields: kept?.fields ?? freshFields,
    ...(kept === undefined ? {} : { changed: kept.changed }),
    ...(kept?.editing === undefined ? {} : { editing: kept.editing }),
    fresh: freshFields,
    keys: 'other',
    notice: { kind: 'place' },
    sequence: 0,
    allFindings: false,
    focus: 'event',
  };
}

export function reduce(state: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case 'edited':
      return edited(state, event.patch, event.now);
    case 'evidence-added':
      return withEvidence(state, event.texts);
    case 'evidence-removed':
      return withFields(state, { evidence: state.fields.evidence.filter((_, index) => index !== event.index) });
    case 'move-toggled':
      return withFields(state, { moves: toggled(state.fields.moves, event.start) });
    case 'paste-undone':
      return state.beforePaste === undefined ? state : without({ ...state, fields: state.beforePaste }, 'beforePaste');
    case 'discarded':
      return { ...state, fields: state.fresh, notice: { kind: 'place' }, focus: 'event' };
    case 'all-findings-wanted':
      return { ...state, allFindings: true };
    case 'requested':
      return { ...state, sequence: state.sequence + 1 };
    case 'save-requested':
      return saveRequested(state, event.another);
    case 'received':
      return received(state, event.message);
    case 'focused':
      return without(state, 'focus');
  }
}

/** Whether nothing has been typed that would be missed. */
export function isUntouched({ fields, fresh }: FormState): boolean {
  return (
    fields.event === fresh.event &&
    fields.value === fresh.value &&
    fields.evidence.length === fresh.evidence.length &&
    fields.pending === '' &&
    fields.time === fresh.time &&
    fields.precision === fresh.precision &&
    fields.kind === fresh.kind
  );
}

/** Whether the reading of the time moves with the clock, so that it is to be asked for again. */
export function isTicking({ fields, preview }: FormState): boolean {
  return fields.anchor === undefined && preview?.time.relative === true;
}

/** Whether the kind carries a value, and which ones are offered. */
export function valuesOfKind({ view, fields }: FormState): readonly string[] | undefined {
  return view?.kinds.find(({ name }) => name === fields.kind)?.values;
}

function edited(state: FormState, patch: Partial<EntryFields>, now: number): FormState {
  const typed = { ...state.fields, ...patch };
  const moves = patch.event === undefined ? typed.moves : [];
  const fields = { ...without(typed, 'anchor'), moves, ...anchorOf(state.fields, patch, now) };
  const next = { ...state, fields, changed: now, allFindings: patch.event === undefined && state.allFindings };
  if (state.notice.kind === 'saved' && patch.event === undefined) return next;
  return { ...without(next, 'justSaved'), notice: { kind: 'place' } };
}

/** The clock stops at the first letter of the event, and starts again where that is taken back. */
function anchorOf(former: EntryFields, patch: Partial<EntryFields>, now: number): { readonly anchor?: number } {
  if ((patch.event ?? former.event) === '') return {};
  return { anchor: patch.time === undefined ? (former.anchor ?? now) : now };
}

/** Adds what is not there yet; the box is then empty, unless something else stands in it. */
function withEvidence(state: FormState, texts: readonly string[], pending = ''): FormState {
  const added = texts.map((text) => text.trim()).filter((text) => text !== '');
  const evidence = [...new Set([...state.fields.evidence, ...added])].slice(0, 50);
  return withFields(state, { evidence, pending });
}

/** A file that was attached before the window reloaded is no longer there to be saved. */
function withoutLostFiles(state: FormState, held: readonly string[]): FormState {
  const evidence = state.fields.evidence.filter((item) => {
    const attached = readAttached(item);
    return attached === undefined || held.includes(attached.key);
  });
  return evidence.length === state.fields.evidence.length ? state : withFields(state, { evidence });
}

function saveRequested(state: FormState, another: boolean): FormState {
  if (state.saving !== undefined) return state;
  if (state.fields.event.trim() === '') return { ...state, notice: { kind: 'empty' }, focus: 'event' };
  const sequence = state.sequence + 1;
  return { ...withEvidence(state, [state.fields.pending]), sequence, saving: { sequence, another } };
}

function received(state: FormState, message: ToWebview): FormState {
  switch (message.type) {
    case 'init':
      return withoutLostFiles(initialised(state, message), message.held ?? []);
    case 'attached':
      return withEvidence(state, message.evidence, state.fields.pending);
    case 'view':
      return { ...state, view: message.view };
    case 'preview':
      return message.preview.sequence < (state.preview?.sequence ?? 0) ? state : { ...state, preview: message.preview };
    case 'pasted':
      return message.sequence === state.sequence
        ? { ...state, beforePaste: state.fields, fields: message.fields, focus: 'event' }
        : state;
    case 'handed':
      return { ...without(state, 'justSaved'), fields: message.fields, notice: { kind: 'place' }, focus: 'event' };
    case 'begun':
      return begun(state, message);
    case 'saved':
      return saved(state, message);
    case 'renamed': {
      const { view, id, message: text } = message;
      return { ...state, view, justSaved: id, notice: { kind: 'saved', id, message: text }, focus: 'undo' };
    }
    case 'not-saved':
      return notSaved(state, message);
    case 'undone':
      return undone(state, message);
  }
}

function initialised(state: FormState, message: Extract<ToWebview, { type: 'init' }>): FormState {
  const { view, keys, fields: fresh, draft, editing } = message;
  const { editing: kept, ...rest } = state;
  const next: FormState = { ...rest, view, keys, fresh, ...(editing && { editing }) };
  // What was typed into one entry does not go into another.
  if (editing?.written !== kept?.written) return { ...next, fields: draft?.fields ?? fresh };
  const hasNewer = draft !== undefined && draft.at > (state.changed ?? 0);
  const fields = hasNewer || isUntouched({ ...state, fresh }) ? (draft?.fields ?? fresh) : state.fields;
  if (draft === undefined || fields === fresh) return { ...next, fields };
  return { ...next, fields, notice: { kind: 'draft', from: draft.from } };
}

/** The form turns to another entry; what stood in it is kept by the extension, where it was of a new one. */
function begun(state: FormState, message: Extract<ToWebview, { type: 'begun' }>): FormState {
  const { view, fields, fresh, editing } = message;
  const { editing: _, saving: __, beforePaste: ___, preview: ____, ...rest } = state;
  return {
    ...without(rest, 'justSaved'),
    view,
    fields,
    fresh,
    notice: { kind: 'place' },
    allFindings: false,
    focus: 'event',
    ...(editing && { editing }),
  };
}

function saved(state: FormState, message: Extract<ToWebview, { type: 'saved' }>): FormState {
  const { saving } = state;
  if (saving?.sequence !== message.sequence) return { ...state, view: message.view };
  const { view, id, message: text, rename, next } = message;
  const { systems } = state.fields;
  const fresh = next === undefined ? { ...state.fresh, systems } : freshFields;
  return {
    ...without(without(without(without(state, 'saving'), 'beforePaste'), 'preview'), 'editing'),
    view,
    fields: next ?? fresh,
    fresh,
    notice: { kind: 'saved', id, message: text, ...(rename !== undefined && { rename }) },
    justSaved: id,
    allFindings: false,
    ...(saving.another ? { focus: 'event' as const } : {}),
  };
}

function notSaved(state: FormState, message: Extract<ToWebview, { type: 'not-saved' }>): FormState {
  if (state.saving?.sequence !== message.sequence) return state;
  return { ...without(state, 'saving'), focus: message.problem === 'report' ? 'banner' : message.problem };
}

function undone(state: FormState, message: Extract<ToWebview, { type: 'undone' }>): FormState {
  const next = { ...without(state, 'justSaved'), view: message.view, focus: 'event' as const };
  const notice: Notice = { kind: 'place' };
  const { fields } = message;
  return fields !== undefined && isUntouched(state) ? { ...next, notice, fields } : { ...next, notice };
}

function withFields(state: FormState, patch: Partial<EntryFields>): FormState {
  return { ...state, fields: { ...state.fields, ...patch } };
}

function toggled(values: readonly number[], value: number): readonly number[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> & Partial<Pick<T, K>> {
  const { [key]: _, ...rest } = value;
  return rest as Omit<T, K> & Partial<Pick<T, K>>;
}
