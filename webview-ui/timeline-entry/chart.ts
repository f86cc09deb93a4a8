import '../../src/chart/chart.css';
import { type ChartInput, newEntryIndex, type TimeSpan } from '../../src/chart/chart-input';
import { type ChartLayout, layoutChart, placeOf } from '../../src/chart/chart-layout';
import { type ChartPlan, planChart } from '../../src/chart/chart-plan';
import { type ChartPart, chartParts, drawChart, hatchingPattern } from '../../src/chart/draw-chart';
import type { SvgNode } from '../../src/chart/svg-node';
import { timeAt } from '../../src/chart/time-axis';
import type { FormView, Row } from '../../src/protocol/timeline-entry';
import { type ChartFocus, moved, moveFocus, moveOfKey, showing, zoomed, zoomOfKey } from './chart-keys';
import { createLegend } from './chart-legend';
import { followPointer } from './chart-pointer';
import { element } from './dom';
import { rowsWords, rowWords } from './row-words';
import type { FormState } from './state';
import { svgElement, svgNode } from './svg-dom';
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
  const svg = svgElement('svg', {
    class: 'incident-docs-chart',
    tabindex: 0,
    role: 'application',
    'aria-roledescription': words.timeline.toLowerCase(),
  });
  const parts = new Map(chartParts.map((part) => [part, svgElement('g')]));
  const ring = svgElement('circle', { class: 'ring', r: 9 });
  svg.append(svgNode(hatchingPattern()), ...parts.values(), ring);
  const tooltip = element('div', { class: 'tooltip', 'aria-hidden': 'true' });
  const box = element('div', { class: 'chart' }, svg, tooltip);
  const legend = createLegend();

  let view: FormView | undefined;
  let added: Row | undefined;
  let plan: ChartPlan | undefined;
  let layout: ChartLayout | undefined;
  let zoomedTo: TimeSpan | undefined;
  let focus: ChartFocus | undefined;
  let frame: number | undefined;
  const drawn = new Map<ChartPart, readonly SvgNode[]>();

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
    const shapes = drawChart(layout);
    for (const [part, group] of parts) patch(part, group, shapes[part]);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(Math.ceil(layout.height)));
    drawRing();
  }

  /** Only the parts that differ are built anew. */
  function patch(part: ChartPart, group: SVGGElement, nodes: readonly SvgNode[]) {
    if (JSON.stringify(drawn.get(part)) === JSON.stringify(nodes)) return;
    drawn.set(part, nodes);
    group.replaceChildren(...nodes.map(svgNode));
  }

  function drawRing() {
    const entry = plan?.entries.find(({ index }) => index === focus?.entry);
    const place = entry && layout && placeOf(layout, entry, focus?.lane);
    ring.classList.toggle('shown', place !== undefined);
    if (place === undefined) return;
    ring.setAttribute('cx', String(place.x));
    ring.setAttribute('cy', String(place.y));
  }

  function show(wanted: TimeSpan | undefined) {
    zoomedTo = wanted;
    hideTooltip();
    drawSoon();
  }

  function zoom(factor: number, x?: number) {
    const { domain } = plan ?? {};
    const { scale } = layout ?? {};
    if (domain === undefined || scale === undefined) return;
    const focused = plan?.entries.find(({ index }) => index === focus?.entry)?.span?.from;
    const around = x === undefined ? (focused ?? (scale.from + scale.until) / 2) : timeAt(scale, x);
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
    const entry = plan?.entries.find(({ index }) => index === wanted?.entry);
    if (entry === undefined || plan?.domain === undefined) return light(undefined);
    if (zoomedTo !== undefined && entry.span !== undefined) zoomedTo = showing(plan.domain, zoomedTo, entry.span.from);
    redraw();
    light(entry.index === newEntryIndex ? undefined : entry.index);
    showTooltip(wordsOf([entry.index]), layout && placeOf(layout, entry, wanted?.lane));
  }

  function showTooltip(text: string, place: { readonly x: number; readonly y: number } | undefined) {
    tooltip.textContent = text;
    tooltip.classList.toggle('shown', text !== '' && place !== undefined);
    if (place === undefined) return;
    tooltip.style.insetInlineStart = `${Math.max(0, Math.min(place.x + 8, box.clientWidth - tooltip.offsetWidth))}px`;
    tooltip.style.insetBlockStart = `${place.y + 12}px`;
  }

  function hideTooltip() {
    tooltip.classList.remove('shown');
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
    else if (event.key === 'Escape') hideTooltip();
    else return;
    event.preventDefault();
  });
  svg.addEventListener('blur', () => {
    hideTooltip();
    light(undefined);
  });
  followPointer(svg, {
    layout: () => layout,
    hover(mark) {
      const [first, ...others] = mark?.entries ?? [];
      light(first === undefined || others.length > 0 || first === newEntryIndex ? undefined : first);
      if (mark === undefined) hideTooltip();
      else showTooltip(wordsOf(mark.entries), mark);
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
