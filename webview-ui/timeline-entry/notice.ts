import { element, linkButton, onChange } from './dom';
import { icon } from './icons';
import type { FormState } from './state';
import { words } from './words';

export interface NoticeActions {
  readonly undo: (id: string) => void;
  readonly openInReport: (id: string) => void;
  readonly discard: () => void;
}

/** The line under the buttons: where the entry goes, what was saved, which draft came back. */
export function createNotice({ undo, openInReport, discard }: NoticeActions) {
  const line = element('div', { class: 'place number' });
  const draw = onChange(({ notice, place }: Shown) => {
    line.replaceChildren();
    switch (notice.kind) {
      case 'place':
        return line.append(place);
      case 'empty':
        return line.append(words.emptyEvent);
      case 'draft':
        return line.append(element('span', {}, words.draftRestored(notice.from)), linkButton(words.discard, discard));
      case 'saved':
        return line.append(
          element('span', { class: 'passed' }, icon('check')),
          element('span', {}, notice.message),
          linkButton(words.undo, () => undo(notice.id)),
          linkButton(words.openInReport, () => openInReport(notice.id)),
        );
    }
  });
  return {
    element: line,
    draw: ({ notice, preview }: FormState) => draw({ notice, place: preview?.place ?? '' }),
    focusUndo: () => line.querySelector('button')?.focus(),
  };
}

interface Shown {
  readonly notice: FormState['notice'];
  readonly place: string;
}
