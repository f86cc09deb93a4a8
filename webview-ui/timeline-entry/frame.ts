import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { BannerAction } from '../../src/protocol/timeline-entry';
import { element, iconButton, onChange, richNodes } from './dom';
import { icon } from './icons';
import type { FormState } from './state';
import { words } from './words';

/** The report's name and state above both columns. */
export function createHeader(openReport: () => void) {
  const severity = element('span', { class: 'severity' });
  const title = element('h1');
  const status = element('span', { class: 'dim number' });
  const open = iconButton('go-to-file', words.openReport, openReport);
  const header = element('header', {}, open, severity, title, status);
  const draw = onChange((view: Pick<NonNullable<FormState['view']>, 'title' | 'severity' | 'status'>) => {
    severity.hidden = view.severity === undefined;
    severity.textContent = view.severity?.name ?? '';
    severity.className = `severity rank-${view.severity?.rank ?? 4}`;
    title.textContent = view.title;
    status.textContent = view.status;
  });
  return {
    element: header,
    draw({ view }: FormState) {
      if (view === undefined) return;
      const { title, severity, status } = view;
      draw({ title, status, ...(severity === undefined ? {} : { severity }) });
    },
  };
}

/** Says why nothing can be saved just now. */
export function createBanner(act: (action: BannerAction) => void) {
  const place = element('div', { role: 'alert' });
  const draw = onChange((banner: NonNullable<FormState['view']>['banner'] | null) => {
    if (banner === null || banner === undefined) return place.replaceChildren();
    const buttons = banner.actions.map((action, index) => {
      const button = element('vscode-button', index === 0 ? {} : { secondary: '' }, words.banner[action]);
      button.addEventListener('click', () => act(action));
      return button;
    });
    const text = element('span', {}, ...richNodes(banner.text));
    place.replaceChildren(
      element('div', { class: 'banner' }, icon('warning'), text, element('span', { class: 'actions' }, ...buttons)),
    );
  });
  return {
    element: place,
    draw: ({ view }: FormState) => draw(view?.banner ?? null),
    focus: () => place.querySelector('vscode-button')?.focus(),
  };
}
