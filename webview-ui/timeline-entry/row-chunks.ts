import type { Row } from '../../src/protocol/timeline-entry';
import { element } from './dom';

/** From this number of rows on only those near the view are in the page. */
const virtualFrom = 300;
const chunkSize = 50;
/** Pixels around the view in which rows are kept ready. */
const reach = 1_500;
const estimatedRow = 28;

interface Chunk {
  readonly from: number;
  readonly rows: readonly Row[];
  /** Its rows, or the one item that stands in for them. */
  items: readonly HTMLElement[];
  isDrawn: boolean;
}

export interface RowChunks {
  show(rows: readonly Row[]): void;
  /** The row's element while it is in the page. */
  rowAt(index: number): HTMLElement | undefined;
}

/**
 * Keeps the rows of a long list in the page only where they are near the view. `draw` makes the items of one row,
 * the row itself last; `changed` is told when rows have come or gone.
 */
export function createRowChunks(
  list: HTMLElement,
  draw: (row: Row, index: number) => readonly HTMLElement[],
  changed: () => void,
): RowChunks {
  let chunks: readonly Chunk[] = [];
  let isVirtual = false;
  let count = 0;
  const shown = new Map<number, HTMLElement>();
  let frame: number | undefined;

  function drawChunk(chunk: Chunk): readonly HTMLElement[] {
    return chunk.rows.flatMap((row, at) => {
      const items = draw(row, chunk.from + at);
      const own = items.at(-1);
      if (own !== undefined) {
        shown.set(chunk.from + at, own);
        own.setAttribute('aria-posinset', String(chunk.from + at + 1));
        own.setAttribute('aria-setsize', String(count));
      }
      return items;
    });
  }

  function standIn(height: number): HTMLElement {
    const item = element('li', { class: 'stand-in', 'aria-hidden': 'true' });
    item.style.blockSize = `${height}px`;
    return item;
  }

  function replace(chunk: Chunk, items: readonly HTMLElement[]) {
    const [first, ...others] = chunk.items;
    first?.before(...items);
    first?.remove();
    for (const item of others) item.remove();
    chunk.items = items;
  }

  function update() {
    frame = undefined;
    let hasChanged = false;
    for (const chunk of chunks) {
      const [first, last] = [chunk.items[0], chunk.items.at(-1)];
      if (first === undefined || last === undefined) continue;
      const [top, bottom] = [first.getBoundingClientRect().top, last.getBoundingClientRect().bottom];
      const isNear = bottom > -reach && top < window.innerHeight + reach;
      const isFar = bottom < -2 * reach || top > window.innerHeight + 2 * reach;
      if (isNear && !chunk.isDrawn) replace(chunk, drawChunk(chunk));
      else if (isFar && chunk.isDrawn) {
        for (const [at] of chunk.rows.entries()) shown.delete(chunk.from + at);
        replace(chunk, [standIn(bottom - top)]);
      } else continue;
      chunk.isDrawn = !chunk.isDrawn;
      hasChanged = true;
    }
    if (hasChanged) changed();
  }

  const updateSoon = () => {
    if (isVirtual && frame === undefined) frame = requestAnimationFrame(update);
  };
  document.addEventListener('scroll', updateSoon, { passive: true, capture: true });
  window.addEventListener('resize', updateSoon);

  return {
    show(rows) {
      count = rows.length;
      isVirtual = count >= virtualFrom;
      shown.clear();
      const former = chunks;
      chunks = chunksOf(rows, isVirtual).map((chunk, at) => ({
        ...chunk,
        items: [],
        isDrawn: !isVirtual || former[at]?.isDrawn === true,
      }));
      for (const chunk of chunks) {
        chunk.items = chunk.isDrawn ? drawChunk(chunk) : [standIn(chunk.rows.length * estimatedRow)];
      }
      list.replaceChildren(...chunks.flatMap(({ items }) => items));
      updateSoon();
    },
    rowAt: (index) => shown.get(index),
  };
}

function chunksOf(rows: readonly Row[], isVirtual: boolean): readonly Pick<Chunk, 'from' | 'rows'>[] {
  if (!isVirtual) return [{ from: 0, rows }];
  return Array.from({ length: Math.ceil(rows.length / chunkSize) }, (_, at) => {
    const from = at * chunkSize;
    return { from, rows: rows.slice(from, from + chunkSize) };
  });
}
