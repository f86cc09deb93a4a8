import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { readAttached } from '../../src/protocol/attached-file';
import { element, iconButton, onChange } from './dom';
import { type IconName, icon } from './icons';
import type { FormState } from './state';
import { words } from './words';

export interface EvidenceActions {
  readonly type: (pending: string) => void;
  readonly add: (texts: readonly string[]) => void;
  readonly remove: (index: number) => void;
  readonly choose: () => void;
}

/** The links and commits of the entry, and the box that adds one. */
export function createEvidence({ type, add, remove, choose }: EvidenceActions) {
  const items = element('ul', { class: 'evidence' });
  const field = element('vscode-textfield', { placeholder: words.evidencePlaceholder });
  field.label = words.addEvidence;
  field.addEventListener('input', () => type(field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) add([field.value]);
  });
  field.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (field.value !== '' || pasted.trim() === '') return;
    event.preventDefault();
    add(pasted.split(/\r\n?|\n/));
  });
  const draw = onChange((evidence: readonly string[]) => {
    items.replaceChildren(...evidence.map((text, index) => evidenceItem(text, index, () => removeAt(index))));
    items.hidden = evidence.length === 0;
  });
  /** The focus goes to the item that takes the place of the removed one. */
  function removeAt(index: number) {
    remove(index);
    const buttons = items.querySelectorAll('button');
    (buttons[index] ?? buttons[index - 1] ?? field).focus();
  }
  const button = element('vscode-button', { id: 'choose-file', secondary: '' }, words.chooseFile);
  button.addEventListener('click', choose);
  const label = element('span', { class: 'label', id: 'evidence-label' }, words.evidence);
  items.setAttribute('aria-labelledby', label.id);
  return {
    element: element(
      'div',
      {},
      label,
      items,
      element('div', { class: 'add-evidence' }, field, button),
      element('div', { class: 'help' }, words.dropHelp),
    ),
    draw({ fields }: FormState) {
      draw(fields.evidence);
      if (field.value !== fields.pending) field.value = fields.pending;
    },
  };
}

function evidenceItem(text: string, index: number, remove: () => void): HTMLElement {
  const button = iconButton('close', words.removeEvidence(index + 1), remove);
  const [symbol, ...shown] = evidenceLook(text);
  return element('li', { class: 'evidence-item' }, icon(symbol), ...shown, button);
}

/** What an item is, and how it reads. */
function evidenceLook(text: string): readonly [IconName, ...HTMLElement[]] {
  const attached = readAttached(text);
  if (attached !== undefined) {
    const { name, size } = attached;
    return [fileIcon(name), shownText(name), element('span', { class: 'size' }, words.size(size))];
  }
  const [, label = '', target = text] = /^\[([^[\]]*)\]\(([^()\s]+)\)$/.exec(text) ?? [];
  const address = webAddress(target);
  if (address !== undefined) {
    const name = label === '' ? target.replace(/^https?:\/\//i, '') : label;
    return ['link', element('a', { class: 'shown', href: address, title: address }, name)];
  }
  if (target.startsWith('evidence/')) return [fileIcon(target), shownText(target)];
  return [/^(?:[\w.-]+@)?[0-9a-f]{7,40}$/i.test(text) ? 'git-commit' : 'link', shownText(text)];
}

function shownText(text: string): HTMLElement {
  return element('span', { class: 'shown', title: text }, text);
}

function fileIcon(name: string): IconName {
  return /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|mp4|webm)$/i.test(name) ? 'file-media' : 'file';
}

/** Only addresses of the web become links; anything else stays a text. */
function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
