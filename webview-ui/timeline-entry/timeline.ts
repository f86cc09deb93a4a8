import type { Row } from '../../src/protocol/timeline-entry';
import { createChart } from './chart';
import { element, iconButton } from './dom';
import type { FormState } from './state';
import { createList } from './timeline-list';
import { words } from './words';

export interface TimelineActions {
  readonly say: (text: string) => void;
  readonly edit: (row: Row) => void;
}

/** The timeline beside the form: as a chart, and below it as the list that says the same in words. */
export function createTimeline({ say, edit }: TimelineActions) {
  const caption = element('span', { class: 'dim number' });
  const empty = element('div', { class: 'empty' });
  empty.append(element('p', {}, words.noEntries), element('p', { class: 'dim' }, words.noEntriesHelp));
  const list = createList(edit);
  const chart = createChart({ say, edit, light: list.light });
  const zoomOut = iconButton('zoom-out', words.zoomOut, () => chart.zoom(2));
  const zoomIn = iconButton('zoom-in', words.zoomIn, () => chart.zoom(0.5));
  const heading = element('h2', { id: 'timeline-heading' }, words.timeline);
  const zoom = element('span', { class: 'zoom' }, zoomOut, zoomIn);
  const section = element('section', { class: 'timeline', 'aria-labelledby': heading.id });
  section.append(element('div', { class: 'heading' }, heading, caption, zoom), empty, chart.element, list.element);
  return {
    element: section,
    draw(state: FormState) {
      const { view } = state;
      if (view === undefined) return;
      caption.textContent = view.caption;
      empty.hidden = view.rows.length > 0;
      zoom.hidden = view.rows.length === 0;
      chart.draw(state);
      list.draw(state);
    },
  };
}
