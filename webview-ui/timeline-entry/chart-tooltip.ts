import { element } from './dom';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Words beside a place in `box`; for eyes only, as what the keyboard reaches is spoken. */
export function createTooltip(box: HTMLElement) {
  const tooltip = element('div', { class: 'tooltip', 'aria-hidden': 'true' });
  box.append(tooltip);
  return {
    show(text: string, place: Place | undefined) {
      tooltip.textContent = text;
      tooltip.classList.toggle('shown', text !== '' && place !== undefined);
      if (place === undefined) return;
      const left = Math.min(place.x + 8, box.clientWidth - tooltip.offsetWidth);
      tooltip.style.insetInlineStart = `${Math.max(0, left)}px`;
      tooltip.style.insetBlockStart = `${place.y + 12}px`;
    },
    hide: () => tooltip.classList.remove('shown'),
  };
}
