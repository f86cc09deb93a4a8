import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { element, onChange } from './dom';
import { bestFit } from './suggestions';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** One of several values, found by typing. */
export function createSelect(id: string, label: string, onPick: (value: string) => void) {
  const select = element('vscode-single-select', { id, combobox: '' });
  select.label = label;
  let shown: readonly SelectOption[] = [];
  let value = '';
  let typed = '';

  select.addEventListener('input', (event) => {
    const [inner] = event.composedPath();
    typed = inner instanceof HTMLInputElement ? inner.value : '';
  });
  select.addEventListener('blur', () => {
    typed = '';
  });
  select.addEventListener('change', () => {
    if (select.value !== '' && select.value !== value) onPick(select.value);
  });
  select.addEventListener('keydown', takeTyped, { capture: true });

  /** Enter after typing, with no fitting option marked, empties the element; what was typed tells which one is meant. */
  function takeTyped(event: KeyboardEvent) {
    const marked = select.shadowRoot?.querySelector('.option.active') ?? null;
    if (event.key !== 'Enter' || typed === '' || marked !== null) return;
    event.preventDefault();
    event.stopPropagation();
    const picked = bestFit(typed, shown) ?? value;
    typed = '';
    select.open = false;
    select.value = picked;
    const [inner] = event.composedPath();
    if (inner instanceof HTMLInputElement) inner.value = shown.find((one) => one.value === picked)?.label ?? '';
    if (picked !== value) onPick(picked);
  }

  return {
    element: select,
    offer: onChange((options: readonly SelectOption[]) => {
      shown = options;
      select.options = options.map((one) => ({ ...one, description: '', selected: false, disabled: false }));
      select.value = value;
    }),
    set(wanted: string) {
      value = wanted;
      if (select.value !== wanted) select.value = wanted;
    },
  };
}
