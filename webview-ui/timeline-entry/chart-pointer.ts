import { type ChartLayout, markAt } from '../../src/chart/chart-layout';
import type { Mark } from '../../src/chart/marks';

export interface PointerActions {
  readonly layout: () => ChartLayout | undefined;
  readonly hover: (mark: Mark | undefined) => void;
  readonly pick: (mark: Mark) => void;
  readonly open: (mark: Mark) => void;
  /** Around a place in pixels. */
  readonly zoom: (factor: number, x: number) => void;
  readonly pan: (pixels: number) => void;
}

/** A press that moves less than this is a click. */
const clickReach = 4;

/** The mouse in the chart: hover tells, a click picks, a double click opens, Ctrl and the wheel zoom, dragging pans. */
export function followPointer(svg: SVGSVGElement, actions: PointerActions): void {
  let hovered: Mark | undefined;
  let pressedAt: number | undefined;
  let lastX = 0;

  const placeIn = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = svg.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const markUnder = (event: MouseEvent) => {
    const layout = actions.layout();
    const { x, y } = placeIn(event);
    return layout === undefined ? undefined : markAt(layout, x, y);
  };
  const hover = (mark: Mark | undefined) => {
    if (mark === hovered) return;
    hovered = mark;
    actions.hover(mark);
  };

  svg.addEventListener('pointermove', (event) => {
    if (pressedAt === undefined) return hover(markUnder(event));
    const { x } = placeIn(event);
    if (Math.abs(x - pressedAt) < clickReach && lastX === pressedAt) return;
    svg.setPointerCapture(event.pointerId);
    actions.pan(x - lastX);
    lastX = x;
  });
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pressedAt = placeIn(event).x;
    lastX = pressedAt;
  });
  svg.addEventListener('pointerup', (event) => {
    const mark = lastX === pressedAt ? markUnder(event) : undefined;
    pressedAt = undefined;
    if (mark !== undefined) actions.pick(mark);
  });
  svg.addEventListener('pointercancel', () => {
    pressedAt = undefined;
  });
  svg.addEventListener('pointerleave', () => hover(undefined));
  svg.addEventListener('dblclick', (event) => {
    const mark = markUnder(event);
    if (mark !== undefined) actions.open(mark);
  });
  svg.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      actions.zoom(event.deltaY > 0 ? 1.25 : 0.8, placeIn(event).x);
    },
    { passive: false },
  );
}
