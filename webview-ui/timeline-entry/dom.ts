import type { Rich } from '../../src/protocol/timeline-entry';
import { type IconName, icon } from './icons';

type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children; strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

export function richNodes(rich: Rich): Node[] {
  return rich.map((part) => {
    if (typeof part === 'string') return document.createTextNode(part);
    return 'strong' in part ? element('b', {}, part.strong) : element('code', {}, part.code);
  });
}

export function plainText(rich: Rich): string {
  return rich.map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : part.code)).join('');
}

export function linkButton(label: string, action: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'link' }, label);
  button.addEventListener('click', action);
  return button;
}

export function iconButton(name: IconName, label: string, action: () => void): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label },
    icon(name),
  );
  button.addEventListener('click', action);
  return button;
}

/**
 * Runs `draw` when `value` differs from the last one, so that nothing is rebuilt under the reader.
 * Values are compared by their JSON.
 */
export function onChange<T>(draw: (value: T) => void): (value: T) => void {
  let last: string | undefined;
  return (value) => {
    const json = JSON.stringify(value);
    if (json === last) return;
    last = json;
    draw(value);
  };
}
