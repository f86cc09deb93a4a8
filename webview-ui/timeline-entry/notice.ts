import { element, linkButton, onChange } from './dom';
import { icon } from './icons';
import type { FormState } from './state';
import { words } from './words';

export interface NoticeActions {
  readonly undo: (id: string) => void;
  readonly openInReport: (id: string) => void;
  readonly discard: () => void;
  /** Gives the entry that was saved the id of its new time. */
  readonly rename: (id: string, to: string) => void;
  readonly stopEditing: () => void;
  readonly deleteEntry: () => void;
}

/** The line under the buttons: where the entry goes, what was saved, which draft came back. */
export function createNotice(actions: NoticeActions) {
  const { undo, openInReport, discard, rename, stopEditing, deleteEntry } = actions;
  const line = element('div', { class: 'place number' });
  const draw = onChange(({ notice, place, isEditing }: Shown) => {
    line.replaceChildren();
    switch (notice.kind) {
      case 'place':
        line.append(element('span', {}, place));
        if (!isEditing) return;
        return line.append(linkButton(words.stopEditing, stopEditing), linkButton(words.deleteEntry, deleteEntry));
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
          ...renameLink(notice),
        );
    }
  });
  function renameLink({ id, rename: to }: Extract<FormState['notice'], { kind: 'saved' }>) {
    return to === undefined ? [] : [linkButton(words.renameTo(to), () => rename(id, to))];
  }

  return {
    element: line,
    draw: ({ notice, preview, editing }: FormState) =>
      draw({ notice, place: preview?.place ?? '', isEditing: editing !== undefined }),
    focusUndo: () => line.querySelector('button')?.focus(),
  };
}

interface Shown {
  readonly notice: FormState['notice'];
  readonly place: string;
  readonly isEditing: boolean;
}
