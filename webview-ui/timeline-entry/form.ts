import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { type EntryFields, precisions, type Rich } from '../../src/protocol/timeline-entry';
import { createCombobox } from './combobox';
import { element, linkButton, onChange, richNodes } from './dom';
import { createEvidence, type EvidenceActions } from './evidence';
import { createFindings, type FindingActions } from './findings';
import { icon } from './icons';
import { createNotice, type NoticeActions } from './notice';
import { createSelect } from './select';
import { type FocusTarget, type FormState, valuesOfKind } from './state';
import { words } from './words';

export interface FormActions extends NoticeActions {
  readonly edit: (patch: Partial<EntryFields>) => void;
  readonly paste: (line: string) => void;
  readonly undoPaste: () => void;
  readonly evidence: EvidenceActions;
  readonly findings: Omit<FindingActions, 'showInText'>;
  readonly save: (another: boolean) => void;
}

/** The fields in the order of the focus, the buttons and the line under them. */
export function createForm(actions: FormActions) {
  const time = createTime(actions);
  const kind = createKind(actions.edit);
  const event = createEvent(actions);
  const systems = createNames('systems', words.systems, (text) => actions.edit({ systems: text }));
  const actor = createNames('actor', words.actor, (text) => actions.edit({ actor: text }));
  const evidence = createEvidence(actions.evidence);
  const notice = createNotice(actions);
  const buttons = createButtons(actions.save);
  const form = element('form', { 'aria-label': words.form });
  form.append(
    ...time.elements,
    ...kind.elements,
    event.element,
    element('div', { class: 'columns halves' }, systems.element, actor.element),
    evidence.element,
    element('div', { class: 'bar' }, ...buttons.elements, notice.element),
  );
  form.addEventListener('submit', (submitted) => submitted.preventDefault());
  actor.input.placeholder = words.optional;

  return {
    element: form,
    draw(state: FormState) {
      time.draw(state);
      kind.draw(state);
      event.draw(state);
      systems.draw(state.fields.systems, state.view?.systems ?? []);
      systems.input.placeholder = state.view?.systems[0] ?? words.optional;
      actor.draw(state.fields.actor, state.view?.actors ?? []);
      evidence.draw(state);
      buttons.draw(state);
      notice.draw(state);
    },
    focus(target: Exclude<FocusTarget, 'banner'>) {
      if (target === 'undo') return notice.focusUndo();
      if (target === 'event') return event.focus();
      return time.focus(target);
    },
  };
}

function createTime({ edit, paste, undoPaste }: FormActions) {
  const time = element('vscode-textfield', { id: 'time', class: 'number' });
  const until = element('vscode-textfield', { id: 'until', class: 'number' });
  const precision = createSelect('precision', words.precision, (name) => edit({ precision: precisionOf(name) }));
  const bound = createSelect('bound', words.bound, (id) => edit({ bound: id }));
  time.label = words.time;
  until.label = words.until;
  precision.offer(precisions.map((name) => ({ value: name, label: name })));
  time.addEventListener('input', () => edit({ time: time.value }));
  time.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? '';
    // Nothing that is only a time is longer than this.
    if (pasted.length <= 48 && !/\s[^\d\s(]/.test(pasted)) return;
    event.preventDefault();
    paste(pasted);
  });
  until.addEventListener('input', () => edit({ until: until.value }));

  const lines = [element('div'), element('div')] as const;
  const help = element('div', { class: 'help two number' }, ...lines);
  const untilHelp = element('div', { class: 'help number' });
  const untilField = labelled(words.until, until, untilHelp);
  const boundField = labelled(words.bound, bound.element);
  const drawHelp = onChange(({ read, pasted }: { read: readonly Rich[]; pasted: boolean }) => {
    lines[0].replaceChildren(...richNodes(read[0] ?? []));
    lines[1].replaceChildren(
      ...(pasted ? [`${words.fromPastedLine} `, linkButton(words.undo, undoPaste)] : richNodes(read[1] ?? [])),
    );
  });
  const drawUntil = onChange((read: Rich) => untilHelp.replaceChildren(...richNodes(read)));
  const row = element(
    'div',
    { class: 'columns' },
    labelled(words.time, time),
    labelled(words.precision, precision.element),
  );
  return {
    elements: [element('div', {}, row, help), untilField, boundField],
    draw({ fields, preview, view, beforePaste }: FormState) {
      const isBound = fields.precision === 'after entry' || fields.precision === 'before entry';
      setValue(time, fields.time);
      setValue(until, fields.until);
      precision.set(fields.precision);
      if (isBound) {
        const named = (view?.rows ?? []).filter(({ id }) => id !== '');
        bound.offer(named.map(({ id, time: at }) => ({ value: id, label: `${id} ${at}` })));
      }
      bound.set(fields.bound);
      time.disabled = isBound || fields.precision === 'unknown';
      untilField.hidden = fields.precision !== 'range';
      boundField.hidden = !isBound;
      drawHelp({ read: preview?.time.lines ?? [], pasted: beforePaste !== undefined });
      drawUntil(preview?.until?.text ?? []);
    },
    focus: (target: 'time' | 'until') =>
      target === 'until' ? until.focus() : (time.disabled ? bound.element : time).focus(),
  };
}

function createKind(edit: FormActions['edit']) {
  const kind = createSelect('kind', words.kind, (name) => edit({ kind: name, value: '' }));
  const badge = element('span', { class: 'badge' });
  const help = element('div', { class: 'help number' });
  const value = createCombobox('value', (text) => edit({ value: text }));
  const valueField = element('div', {}, element('label', { for: 'value' }, words.value), value.element);
  const drawBadge = onChange((name: Parameters<typeof icon>[0]) => badge.replaceChildren(icon(name)));
  const drawHelp = onChange((text: Rich) => help.replaceChildren(...richNodes(text)));
  const field = labelled(words.kind, element('div', { class: 'with-icon' }, badge, kind.element), help);
  return {
    elements: [field, valueField],
    draw(state: FormState) {
      const { fields, view, preview } = state;
      const values = valuesOfKind(state);
      kind.offer((view?.kinds ?? []).map(({ name }) => ({ value: name, label: name })));
      kind.set(fields.kind);
      drawBadge(view?.kinds.find(({ name }) => name === fields.kind)?.icon ?? 'note');
      drawHelp(preview?.kindHelp ?? []);
      valueField.hidden = values === undefined;
      value.offer(values ?? []);
      if (value.input.value !== fields.value) value.input.value = fields.value;
    },
  };
}

function createEvent({ edit, findings: findingActions }: FormActions) {
  const event = element('vscode-textarea', { id: 'event', rows: '4', resize: 'vertical' });
  event.label = words.event;
  event.placeholder = words.eventPlaceholder;
  event.spellcheck = true;
  event.addEventListener('input', () => edit({ event: event.value }));
  const findings = createFindings({ ...findingActions, showInText });

  function showInText(start: number, end: number) {
    event.focus();
    event.wrappedElement.setSelectionRange(start, end);
  }

  return {
    element: labelled(words.event, event, findings.element),
    draw(state: FormState) {
      setValue(event, state.fields.event);
      findings.draw(state);
    },
    focus: () => void event.updateComplete.then(() => event.focus()),
  };
}

function createNames(id: string, label: string, onInput: (text: string) => void) {
  const names = createCombobox(id, onInput);
  return {
    element: element('div', {}, element('label', { for: id }, label), names.element),
    input: names.input,
    draw(text: string, offered: readonly string[]) {
      names.offer(offered);
      if (names.input.value !== text) names.input.value = text;
    },
  };
}

function createButtons(save: FormActions['save']) {
  const one = element('vscode-button', { id: 'save' }, words.save);
  const another = element('vscode-button', { id: 'save-another', secondary: '' }, words.saveAnother);
  one.addEventListener('click', () => save(false));
  another.addEventListener('click', () => save(true));
  const keys = element('div', { class: 'keys' });
  const draw = onChange((platform: FormState['keys']) => {
    const modifier = platform === 'mac' ? 'Cmd' : 'Ctrl';
    keys.replaceChildren(
      shortcut([modifier, 'Enter'], words.saveKeys),
      shortcut([modifier, 'Shift', 'Enter'], words.saveAnotherKeys),
    );
  });
  return { elements: [one, another, keys], draw: (state: FormState) => draw(state.keys) };
}

function shortcut(keys: readonly string[], meaning: string): HTMLElement {
  return element('span', {}, ...keys.map((key) => element('kbd', {}, key)), ` ${meaning}`);
}

/** The elements carry their own name, so the visible label is for eyes and for the mouse. */
function labelled(label: string, field: HTMLElement, ...more: readonly HTMLElement[]): HTMLElement {
  const text = element('span', { class: 'label', 'aria-hidden': 'true' }, label);
  const target = field.matches('.with-icon') ? field.querySelector<HTMLElement>('vscode-single-select') : field;
  text.addEventListener('click', () => target?.focus());
  return element('div', {}, text, field, ...more);
}

function setValue(field: { value: string }, value: string): void {
  if (field.value !== value) field.value = value;
}

function precisionOf(text: string) {
  return precisions.find((name) => name === text) ?? 'exact';
}
