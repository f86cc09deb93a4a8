import './timeline-entry.css';
import { type FromWebview, type PageState, parsePageState, parseToWebview } from '../../src/protocol/timeline-entry';
import { attachFromPage } from './attach';
import { element, plainText } from './dom';
import { createForm } from './form';
import { createBanner, createHeader } from './frame';
import { sprite } from './icons';
import { createLiveRegion } from './live-region';
import { addShadowStyles } from './shadow-styles';
import { type FormEvent, type FormState, initialState, isTicking, reduce } from './state';
import { createTimeline } from './timeline';
import { words } from './words';

declare function acquireVsCodeApi(): {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: PageState): void;
};

/** Milliseconds after the last key until the extension is asked again. */
const typingPause = 60;

addShadowStyles();
const editor = acquireVsCodeApi();
let state = initialState(parsePageState(editor.getState()));
let timer: ReturnType<typeof setTimeout> | undefined;

const banner = createBanner((action) => {
  if (action === 'copy') editor.postMessage({ type: 'copy', fields: state.fields });
  else if (action === 'retry') save(false);
  else if (action === 'save-mine') save(false, 'save-mine');
  else editor.postMessage({ type: action });
});
const header = createHeader(() => editor.postMessage({ type: 'open' }));
const form = createForm({
  edit: (patch) => dispatch({ type: 'edited', patch, now: Date.now() }),
  paste,
  undoPaste: () => dispatch({ type: 'paste-undone' }),
  evidence: {
    type: (pending) => dispatch({ type: 'edited', patch: { pending }, now: Date.now() }),
    add: (texts) => dispatch({ type: 'evidence-added', texts }),
    remove: (index) => dispatch({ type: 'evidence-removed', index }),
    choose: () => editor.postMessage({ type: 'choose-files' }),
  },
  findings: {
    toggleMove: (start) => dispatch({ type: 'move-toggled', start }),
    showAll: () => dispatch({ type: 'all-findings-wanted' }),
  },
  save,
  undo: (id) => editor.postMessage({ type: 'undo', id }),
  openInReport: (id) => editor.postMessage({ type: 'open', id }),
  discard: () => {
    editor.postMessage({ type: 'discard' });
    dispatch({ type: 'discarded' });
  },
  rename: (id, to) => editor.postMessage({ type: 'rename', id, to }),
  stopEditing: () => editor.postMessage({ type: 'stop' }),
  deleteEntry: () => editor.postMessage({ type: 'delete' }),
});
const live = createLiveRegion();
const timeline = createTimeline({
  say: live.say,
  edit: ({ entry, id }) => editor.postMessage({ type: 'edit', entry, id }),
});

const body = element('div', { class: 'body' }, form.element, timeline.element);
const main = element('main', {}, header.element, banner.element, body, live.element);

document.body.append(sprite(), main);
attachFromPage((message) => editor.postMessage(message));
window.addEventListener('message', ({ data }) => {
  const message = parseToWebview(data);
  if (message !== undefined) dispatch({ type: 'received', message });
});
document.addEventListener('keydown', saveByKey, { capture: true });
setInterval(() => {
  if (isTicking(state) && document.visibilityState === 'visible') request();
}, 1000);
draw(state);
editor.postMessage({ type: 'ready', ...(state.editing && { editing: state.editing }) });

function dispatch(event: FormEvent): void {
  const former = state;
  state = reduce(state, event);
  draw(state);
  speak(state, former);
  if (state.fields !== former.fields || state.editing !== former.editing) remember();
  if (state.fields !== former.fields || state.view !== former.view) {
    clearTimeout(timer);
    timer = setTimeout(request, event.type === 'received' ? 0 : typingPause);
  }
}

function draw(current: FormState): void {
  // Until the report is known there is nothing to say, and nothing wrong should show.
  main.hidden = current.view === undefined;
  header.draw(current);
  banner.draw(current);
  form.draw(current);
  timeline.draw(current);
  if (current.focus === undefined || current.view === undefined) return;
  state = reduce(state, { type: 'focused' });
  if (current.focus === 'banner') banner.focus();
  else form.focus(current.focus);
}

function remember(): void {
  const { view, fields, changed = 0, editing } = state;
  if (view !== undefined) editor.setState({ incident: view.incident, fields, changed, ...(editing && { editing }) });
}

function request(): void {
  clearTimeout(timer);
  if (state.view === undefined) return;
  state = reduce(state, { type: 'requested' });
  editor.postMessage({ type: 'input', sequence: state.sequence, fields: state.fields });
}

function paste(line: string): void {
  state = reduce(state, { type: 'requested' });
  editor.postMessage({ type: 'paste', sequence: state.sequence, fields: state.fields, line: line.slice(0, 20_000) });
}

function save(another: boolean, type: 'save' | 'save-mine' = 'save'): void {
  clearTimeout(timer);
  const former = state.saving;
  dispatch({ type: 'save-requested', another });
  const { saving, fields } = state;
  if (saving === undefined || saving === former) return;
  clearTimeout(timer);
  editor.postMessage({ type, sequence: saving.sequence, fields });
}

function saveByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  save(event.shiftKey);
}

function speak(current: FormState, former: FormState): void {
  if (current.notice !== former.notice) {
    if (current.notice.kind === 'saved') live.say(current.notice.message);
    if (current.notice.kind === 'empty') live.say(words.emptyEvent);
    if (current.notice.kind === 'draft') live.say(words.draftRestored(current.notice.from));
  }
  const { preview } = current;
  if (preview === undefined || preview === former.preview) return;
  const time = plainText(preview.time.lines[0] ?? []);
  // A running clock would speak every second.
  if (!preview.time.relative || current.fields.anchor !== undefined) live.sayLater('time', time);
  const first = preview.findings[0];
  const count = preview.findings.length;
  live.sayLater('findings', first === undefined ? '' : `${words.findings(count)}. ${plainText(first.message)}`);
}
