import '../../src/chart/chart.css';
import { type ChartInput, newEntryIndex, type TimeSpan } from '../../src/chart/chart-input';
import { type ChartLayout, layoutChart, placeOf } from '../../src/chart/chart-layout';
import { type ChartPlan, planChart } from '../../src/chart/chart-plan';
import { timeAt } from '../../src/chart/time-axis';
import type { FormView, Row } from '../../src/protocol/timeline-entry';
import { type ChartFocus, moved, moveFocus, moveOfKey, showing, zoomed, zoomOfKey } from './chart-keys';
import { createLegend } from './chart-legend';
import { followPointer } from './chart-pointer';
import { createSurface } from './chart-surface';
import { createTooltip } from './chart-tooltip';
import { element } from './dom';
import { rowsWords, rowWords } from './row-words';
import type { FormState } from './state';
import { words } from './words';

export interface ChartActions {
  /** Speaks what the keyboard has reached. */
  readonly say: (text: string) => void;
  /** Index of a row among the view's, or nothing. */
  readonly light: (row: number | undefined) => void;
  readonly edit: (row: Row) => void;
}

/** The timeline as a drawing beside the form; one stop of the keyboard. */
export function createChart({ say, light, edit }: ChartActions) {
  const surface = createSurface();
  const { svg } = surface;
  const box = element('div', { class: 'chart' }, svg);
  const tooltip = createTooltip(box);
  const legend = createLegend();

  let view: FormView | undefined;
  let added: Row | undefined;
  let plan: ChartPlan | undefined;
  let layout: ChartLayout | undefined;
  let zoomedTo: TimeSpan | undefined;
  let focus: ChartFocus | undefined;
  let frame: number | undefined;

  const rowOf = (index: number) => (index === newEntryIndex ? added : view?.rows[index]);
  const wordsOf = (entries: readonly number[]) => {
    const rows = entries.flatMap((index) => rowOf(index) ?? []);
    const [first, ...others] = rows;
    if (first === undefined) return '';
    return others.length === 0 ? rowWords(first) : rowsWords(rows);
  };

  /** At most once a frame, however much changes in it. */
  function drawSoon() {
    if (frame !== undefined) return;
    frame = requestAnimationFrame(() => {
      frame = undefined;
      redraw();
    });
  }

  function redraw() {
    const width = Math.floor(box.clientWidth);
    if (plan === undefined || width === 0) return;
    layout = layoutChart(plan, { width, ...(zoomedTo && { window: zoomedTo }) });
    surface.draw(layout);
    surface.ring(placeOfFocus());
  }

  const focused = () => plan?.entries.find(({ index }) => index === focus?.entry);

  function placeOfFocus() {
    const entry = focused();
    return entry && layout && placeOf(layout, entry, focus?.lane);
  }

  function show(wanted: TimeSpan | undefined) {
    zoomedTo = wanted;
    tooltip.hide();
    drawSoon();
  }

  function zoom(factor: number, x?: number) {
    const { domain } = plan ?? {};
    const { scale } = layout ?? {};
    if (domain === undefined || scale === undefined) return;
    const middle = focused()?.span?.from ?? (scale.from + scale.until) / 2;
    const around = x === undefined ? middle : timeAt(scale, x);
    show(zoomed(domain, scale, factor, around));
  }

  function pan(pixels: number) {
    const { domain } = plan ?? {};
    const { scale } = layout ?? {};
    if (domain === undefined || scale === undefined || zoomedTo === undefined) return;
    const perPixel = (scale.until - scale.from) / (scale.right - scale.left);
    show(moved(domain, zoomedTo, -pixels * perPixel));
  }

  function focusEntry(wanted: ChartFocus | undefined) {
    focus = wanted;
    const entry = focused();
    if (entry === undefined) return light(undefined);
    const { domain } = plan ?? {};
    if (zoomedTo && domain && entry.span) zoomedTo = showing(domain, zoomedTo, entry.span.from);
    redraw();
    light(entry.index === newEntryIndex ? undefined : entry.index);
    tooltip.show(wordsOf([entry.index]), placeOfFocus());
  }

  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveOfKey(event.key);
    const factor = zoomOfKey(event.key);
    const row = focus === undefined ? undefined : view?.rows[focus.entry];
    if (move !== undefined && plan !== undefined) {
      focusEntry(moveFocus(plan, focus, move));
      if (focus !== undefined) say(wordsOf([focus.entry]));
    } else if (factor !== undefined) zoom(factor);
    else if (event.key === 'Enter' && row !== undefined) edit(row);
    else if (event.key === 'Escape') tooltip.hide();
    else return;
    event.preventDefault();
  });
  svg.addEventListener('blur', () => {
    tooltip.hide();
    light(undefined);
  });
  followPointer(svg, {
    layout: () => layout,
    hover(mark) {
      const [first, ...others] = mark?.entries ?? [];
      light(first === undefined || others.length > 0 || first === newEntryIndex ? undefined : first);
      if (mark === undefined) tooltip.hide();
      else tooltip.show(wordsOf(mark.entries), mark);
    },
    pick(mark) {
      const [entry] = mark.entries;
      if (entry !== undefined) focusEntry({ entry, lane: mark.lane });
    },
    open(mark) {
      const row = view?.rows[mark.entries[0] ?? newEntryIndex];
      if (mark.entries.length === 1 && row !== undefined) edit(row);
    },
    zoom,
    pan,
  });
  new ResizeObserver(drawSoon).observe(box);

  return {
    element: element('div', { class: 'drawing' }, box, legend.element),
    zoom: (factor: number) => zoom(factor),
    draw({ view: shown, preview }: FormState) {
      const isEmpty = shown === undefined || shown.rows.length === 0;
      box.hidden = isEmpty;
      legend.element.hidden = isEmpty;
      if (isEmpty) return;
      const entry = preview?.entry?.row;
      const isSame = shown.rows === view?.rows && shown.impact === view.impact && shown.silence === view.silence;
      const isSameEntry = JSON.stringify(entry?.mark) === JSON.stringify(added?.mark);
      [view, added] = [shown, entry];
      if (isSame && isSameEntry && plan !== undefined) return;
      plan = planChart(inputOf(shown, entry));
      if (!isSame) focus = undefined;
      svg.setAttribute('aria-label', words.chart(shown.rows.length));
      legend.draw(plan);
      drawSoon();
    },
  };
}

function inputOf({ rows, impact, silence }: FormView, entry: Row | undefined): ChartInput {
  const entries = rows.map(({ mark }) => mark);
  return { entries, impact, silence, ...(entry !== undefined && { newEntry: entry.mark }) };
}
