import { element } from './dom';
import { suggestionsFor, tokenAt } from './suggestions';

export interface Combobox {
  readonly input: HTMLInputElement;
  /** Input and list, to be placed together. */
  readonly element: HTMLElement;
  offer(options: readonly string[]): void;
}

/**
 * A text field that offers values for the part of a comma-separated list in which the caret stands.
 * Arrow keys open the list and move in it, Enter takes a value, Escape closes it; Tab leaves the text as it is.
 */
export function createCombobox(id: string, onInput: (text: string) => void): Combobox {
  const listId = `${id}-list`;
  const input = element('input', {
    id,
    class: 'field',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
  });
  const listbox = element('ul', { id: listId, class: 'listbox', role: 'listbox' });
  listbox.hidden = true;
  let offered: readonly string[] = [];
  let active = -1;

  const items = () => [...listbox.children] as HTMLElement[];
  const isOpen = () => !listbox.hidden;

  function close() {
    listbox.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  }

  function open() {
    const { token, taken } = tokenAt(input.value, input.selectionStart ?? input.value.length);
    const fitting = suggestionsFor(token, taken, offered);
    listbox.replaceChildren(...fitting.map(option));
    listbox.hidden = fitting.length === 0;
    input.setAttribute('aria-expanded', String(isOpen()));
    activate(-1);
  }

  function option(value: string, index: number): HTMLElement {
    const item = element('li', { id: `${listId}-${index}`, role: 'option', 'aria-selected': 'false' }, value);
    // The field keeps the focus while the mouse is on the list.
    item.addEventListener('mousedown', (event) => event.preventDefault());
    item.addEventListener('click', () => take(value));
    return item;
  }

  function activate(index: number) {
    active = index;
    for (const [at, item] of items().entries()) item.setAttribute('aria-selected', String(at === index));
    const item = items()[index];
    if (item === undefined) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  }

  function move(step: number) {
    if (!isOpen()) open();
    const count = items().length;
    if (count > 0) activate(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
  }

  function take(value: string) {
    const { start, end } = tokenAt(input.value, input.selectionStart ?? input.value.length);
    input.value = input.value.slice(0, start) + value + input.value.slice(end);
    input.setSelectionRange(start + value.length, start + value.length);
    close();
    onInput(input.value);
  }

  input.addEventListener('input', () => {
    onInput(input.value);
    open();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isOpen() && active >= 0) {
      event.preventDefault();
      take(items()[active]?.textContent ?? '');
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close();
    }
  });
  return {
    input,
    element: element('div', { class: 'combobox' }, input, listbox),
    offer(options) {
      offered = options;
    },
  };
}
