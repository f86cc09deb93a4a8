import { element } from './dom';

/** Speaks what changed on the page without moving the focus. */
export interface LiveRegion {
  readonly element: HTMLElement;
  say(text: string): void;
  /** Says the newest text of each topic once nothing has been typed for a second. */
  sayLater(topic: string, text: string): void;
}

const quiet = 1000;

export function createLiveRegion(): LiveRegion {
  const region = element('div', { class: 'spoken', role: 'status' });
  const waiting = new Map<string, string>();
  const said = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    const news = [...waiting].filter(([topic, text]) => said.get(topic) !== text);
    for (const [topic, text] of news) said.set(topic, text);
    waiting.clear();
    const text = news.map(([, text]) => text).filter((text) => text !== '');
    if (text.length > 0) region.textContent = text.join(' ');
  }

  return {
    element: region,
    say(text) {
      region.textContent = text;
    },
    sayLater(topic, text) {
      waiting.set(topic, text);
      clearTimeout(timer);
      timer = setTimeout(flush, quiet);
    },
  };
}
