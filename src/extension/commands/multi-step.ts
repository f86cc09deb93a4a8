import * as vscode from 'vscode';

/** What a step is left with: on to the next one, or back to the one before. */
export type StepEnd = 'next' | 'back';

/** Where a step stands among its fellows; `canGoBack` shows the back button. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
}

export type Step = (place: StepPlace) => Promise<StepEnd>;

/** The place of a step that says in the title what it asks: `New Incident Report: Severity`. */
export function named(place: StepPlace, name: string): StepPlace {
  return { ...place, title: `${place.title}: ${name}` };
}

/**
 * Runs steps in order, with a way back; leaving one throws `CancellationError`, which the error boundary keeps quiet.
 * Where a question stands before the first step, going back from there ends with `back`.
 */
export async function runSteps(title: string, steps: readonly Step[], hasBefore = false): Promise<StepEnd> {
  let index = 0;
  while (index < steps.length) {
    const step = steps[index];
    if (step === undefined) break;
    const place = { title, step: index + 1, totalSteps: steps.length, canGoBack: hasBefore || index > 0 };
    index += (await step(place)) === 'back' ? -1 : 1;
    if (index < 0) return 'back';
  }
  return 'next';
}

export interface PickOptions<T extends vscode.QuickPickItem> {
  readonly placeholder: string;
  readonly items: readonly T[];
  readonly active?: T | undefined;
  readonly selected?: readonly T[];
  readonly canSelectMany?: boolean;
  /** The items for what was typed, where they depend on it. */
  readonly itemsFor?: (typed: string) => readonly T[];
}

/** The chosen items, or `back`. */
export async function pick<T extends vscode.QuickPickItem>(
  place: StepPlace,
  options: PickOptions<T>,
): Promise<readonly T[] | 'back'> {
  const box = vscode.window.createQuickPick<T>();
  box.placeholder = options.placeholder;
  box.matchOnDescription = true;
  box.canSelectMany = options.canSelectMany ?? false;
  box.items = options.items;
  if (options.active !== undefined) box.activeItems = [options.active];
  if (options.selected !== undefined) box.selectedItems = options.selected;
  const { itemsFor } = options;
  if (itemsFor !== undefined) {
    box.onDidChangeValue((typed) => {
      const chosen = box.selectedItems;
      const items = itemsFor(typed);
      // What is ticked stays in the list, else VS Code forgets the tick.
      box.items = [...chosen.filter((item) => !items.includes(item)), ...items];
      box.selectedItems = chosen;
    });
  }
  // Who types a name and presses Enter means that name, ticked or not; a box for many has no active item then.
  const typed = () => {
    const text = box.value.trim().toLowerCase();
    const fits = box.items.filter(({ label }) => label.toLowerCase().includes(text));
    return text === '' ? [] : [...box.activeItems, ...fits].slice(0, 1);
  };
  return ask(box, place, () =>
    box.canSelectMany ? [...new Set([...box.selectedItems, ...typed()])] : box.activeItems.slice(0, 1),
  );
}

export interface InputOptions {
  readonly prompt: string;
  readonly placeholder: string;
  readonly value?: string;
  /** What to say under the box; an error keeps Enter from being taken. */
  readonly validate?: (value: string) => vscode.InputBoxValidationMessage | undefined;
}

/** The text, trimmed, or `back`. */
export async function input(place: StepPlace, options: InputOptions): Promise<{ readonly text: string } | 'back'> {
  const box = vscode.window.createInputBox();
  const { validate } = options;
  const value = options.value ?? '';
  box.prompt = options.prompt;
  box.placeholder = options.placeholder;
  box.value = value;
  box.valueSelection = [0, value.length];
  const show = (text: string) => {
    box.validationMessage = validate?.(text.trim());
  };
  // A box that was not touched yet is not told what is missing in it.
  if (!isRefusal(validate?.(value.trim()))) show(value);
  box.onDidChangeValue(show);
  return ask(box, place, () => {
    const text = box.value.trim();
    show(text);
    return isRefusal(validate?.(text)) ? undefined : { text };
  });
}

function isRefusal(answer: vscode.InputBoxValidationMessage | undefined): boolean {
  return answer?.severity === vscode.InputBoxValidationSeverity.Error;
}

type Box = vscode.QuickInput & {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
};

/** Shows a box until it is answered; `answer` gives nothing where Enter is not taken yet. */
async function ask<T>(box: Box, place: StepPlace, answer: () => T | undefined): Promise<T | 'back'> {
  const { totalSteps } = place;
  box.title = place.title;
  if (totalSteps > 1) {
    box.step = place.step;
    box.totalSteps = totalSteps;
  }
  box.ignoreFocusOut = true;
  box.buttons = place.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise<T | 'back'>((resolve, reject) => {
      box.onDidAccept(() => {
        const value = answer();
        if (value !== undefined) resolve(value);
      });
      box.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) resolve('back');
      });
      box.onDidHide(() => reject(new vscode.CancellationError()));
      box.show();
    });
  } finally {
    box.dispose();
  }
}
