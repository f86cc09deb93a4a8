import { newEntryIndex } from './chart-input';
import type { ChartLayout } from './chart-layout';
import { leastRange, type Mark, type MarkShape, type MarkTone } from './marks';
import { node, type SvgNode, shown } from './svg-node';

/** Parts of the drawing from back to front; each can be replaced without the others. */
export const chartParts = ['back', 'gaps', 'milestones', 'lanes', 'axis', 'marks', 'new'] as const;
export type ChartPart = (typeof chartParts)[number];

/** Name of a class of the drawing; chart.css beside this file has its looks. */
const look = (name: string) => `incident-docs-${name}`;
const hatching = 'incident-docs-hatching';

export function drawChart(layout: ChartLayout): Readonly<Record<ChartPart, readonly SvgNode[]>> {
  const isNew = ({ entries }: Mark) => entries[0] === newEntryIndex;
  return {
    back: [...impactAreas(layout), ...stripShapes(layout)],
    gaps: gapShapes(layout),
    lanes: laneShapes(layout),
    milestones: milestoneShapes(layout, false),
    axis: axisShapes(layout),
    marks: [
      ...bandShapes(layout, false),
      ...markShapes(
        layout.marks.filter((mark) => !isNew(mark)),
        layout.isBinned,
      ),
    ],
    new: [
      ...milestoneShapes(layout, true),
      ...bandShapes(layout, true),
      ...layout.marks.filter(isNew).map((mark) => newMark(mark)),
    ],
  };
}

/** The whole drawing, scaled to its box: for a page in which nothing moves. */
export function staticChart(layout: ChartLayout, label: string): SvgNode {
  const { width, height } = layout;
  const parts = drawChart(layout);
  const groups = chartParts.map((part) => node('g', { class: look(part) }, ...parts[part]));
  const root = { class: look('chart'), viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`, width, role: 'img' };
  return node('svg', { ...root, 'aria-label': label }, hatchingPattern(), ...groups);
}

/** The hatching that gaps are filled with; once in each drawing. */
export function hatchingPattern(): SvgNode {
  const line = node('line', { class: look('hatch'), y2: 6 });
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return node('defs', {}, node('pattern', { id: hatching, ...size }, line));
}

/** A mark by itself, as a legend shows it. */
export function markSample(shape: MarkShape | 'about' | 'new', tone: MarkTone): SvgNode {
  const place = { x: 8, y: 8, lane: 0, entries: [0], tone };
  if (shape === 'new') return newMark({ ...place, shape: 'circle' });
  if (shape === 'about') return bandShape({ x: 0, width: 18, y: 8, tone, isNew: false }, 12);
  return markShape(shape === 'range' ? { ...place, shape, x: 0, width: 18 } : { ...place, shape });
}

function impactAreas({ impact, lanes }: ChartLayout): readonly SvgNode[] {
  return impact.flatMap(({ x, width, lane }) => {
    const own = lanes[lane];
    if (own === undefined) return [];
    const { top, height } = own;
    return [
      node('rect', { class: look('impact'), x, y: top, width, height }),
      node('line', { class: look('impact-line'), x1: x, x2: x + width, y1: top + 1, y2: top + 1 }),
    ];
  });
}

function stripShapes({ strip, floor, lanes }: ChartLayout): readonly SvgNode[] {
  if (strip === undefined || lanes.length === 0) return [];
  const { x, width, label } = strip;
  return [
    node('line', { class: look('edge'), x1: x, x2: x, y1: lanes[0]?.top ?? 0, y2: floor }),
    node('text', { class: look('dim'), x: x + width / 2, y: floor + 16, 'text-anchor': 'middle' }, label),
  ];
}

function gapShapes({ gaps, lanes, floor }: ChartLayout): readonly SvgNode[] {
  const y = lanes[0]?.top ?? 0;
  return gaps.flatMap(({ x, width, text, label }) => {
    const fill = { fill: `url(#${hatching})`, x, y, width, height: floor - y };
    const area = node('rect', fill, node('title', {}, text));
    if (label === undefined) return [area];
    const words = { class: look('over'), x: label.x, y: label.y, 'text-anchor': 'middle' };
    return [area, node('text', words, text)];
  });
}

function laneShapes({ lanes, width, isNarrow }: ChartLayout): readonly SvgNode[] {
  const edge = (y: number) => node('line', { class: look('edge'), x1: 0, x2: width, y1: y, y2: y });
  const names = lanes.flatMap(({ name, label, top, height, labelX, labelY }) => {
    const text = { class: look(isNarrow ? 'over' : 'dim'), x: labelX, y: labelY };
    const shortened = label === name ? [] : [node('title', {}, name)];
    return [edge(top + height), node('text', text, label, ...shortened)];
  });
  const [first] = lanes;
  return first === undefined ? [] : [edge(first.top), ...names];
}

function milestoneShapes({ milestones, floor }: ChartLayout, isNew: boolean): readonly SvgNode[] {
  return milestones
    .filter(({ entry }) => (entry === newEntryIndex) === isNew)
    .flatMap(({ name, x, top, label }) => {
      const title = node('title', {}, name);
      const line = node(
        'line',
        { class: look(isNew ? 'new-line' : 'milestone'), x1: x, x2: x, y1: top, y2: floor },
        title,
      );
      if (label === undefined) return [line];
      const place = { x: label.x, y: label.y, 'text-anchor': label.anchor };
      return [line, node('text', { class: look(isNew ? 'new-name' : 'name'), ...place }, name)];
    });
}

function axisShapes({ ticks, floor, caption, isNarrow, strip }: ChartLayout): readonly SvgNode[] {
  const end = strip?.x ?? Number.POSITIVE_INFINITY;
  const y = floor + 16;
  const shapes = ticks.flatMap(({ x, label, date }) => [
    node('line', { class: look('tick'), x1: x, x2: x, y1: floor, y2: floor + 4 }),
    // Half a label left of the strip's own words.
    ...(x + 16 > end ? [] : [node('text', { class: look('time'), x, y, 'text-anchor': 'middle' }, label)]),
    ...(date === undefined ? [] : [node('text', { class: look('time'), x, y: y + 14, 'text-anchor': 'middle' }, date)]),
  ]);
  return caption === undefined || isNarrow
    ? shapes
    : [node('text', { class: look('dim'), x: 0, y }, caption), ...shapes];
}

function bandShapes({ bands }: ChartLayout, isNew: boolean): readonly SvgNode[] {
  return bands.filter((band) => band.isNew === isNew).map((band) => bandShape(band, 14));
}

function bandShape({ x, width, y, tone, isNew }: ChartLayout['bands'][number], height: number): SvgNode {
  const box = { x, y: y - height / 2, width, height, rx: height / 2 };
  return node('rect', { class: `${look('band')} ${look(isNew ? 'new-fill' : tone)}`, ...box });
}

/** Each mark by itself, so that each has its tooltip; where they are binned, all of one look as one path. */
function markShapes(marks: readonly Mark[], isBinned: boolean): readonly SvgNode[] {
  if (!isBinned) return marks.map(markShape);
  const paths = new Map<string, string[]>();
  for (const mark of marks) {
    const own = mark.shape === 'bin' ? look('bin') : `${look('mark')} ${look(mark.tone)}`;
    const path = paths.get(own);
    if (path === undefined) paths.set(own, [outline(mark)]);
    else path.push(outline(mark));
  }
  return [...paths].map(([own, path]) => node('path', { class: own, d: path.join('') }));
}

function outline({ shape, x, y, width = leastRange, entries }: Mark): string {
  const from = (left: number, top: number) => `M${shown(x + left)} ${shown(y + top)}`;
  switch (shape) {
    case 'bin':
      return `${from(0, -binHeight(entries.length) / 2)}v${binHeight(entries.length)}`;
    case 'diamond':
      return `${from(0, -6)}l6 6-6 6-6-6z`;
    case 'square':
      return `${from(-4.5, -4.5)}h9v9h-9z`;
    case 'range':
      return `${from(0, -4)}h${shown(width)}v8h-${shown(width)}z`;
    default:
      return `${from(-4.5, 0)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0`;
  }
}

/** Grows with the count and stays within its lane. */
function binHeight(count: number): number {
  return Math.min(24, 10 + 2 * Math.round(Math.log2(count)));
}

function markShape(mark: Mark): SvgNode {
  const { shape, tone, x, y, width = leastRange, title } = mark;
  const attributes = { class: `${look('mark')} ${look(tone)}` };
  const titles = title === undefined ? [] : [node('title', {}, title)];
  switch (shape) {
    case 'bin':
      return node('path', { class: look('bin'), d: outline(mark) }, ...titles);
    case 'diamond':
      return node('path', { ...attributes, d: outline(mark) }, ...titles);
    case 'square':
      return node('rect', { ...attributes, x: x - 4.5, y: y - 4.5, width: 9, height: 9, rx: 1 }, ...titles);
    case 'range':
      return node('rect', { ...attributes, x, y: y - 4, width, height: 8, rx: 4 }, ...titles);
    default:
      return node('circle', { ...attributes, cx: x, cy: y, r: 4.5 }, ...titles);
  }
}

function newMark({ shape, x, y, width = leastRange }: Mark): SvgNode {
  const attributes = { class: look('new-mark') };
  if (shape === 'range') return node('rect', { ...attributes, x, y: y - 5, width, height: 10, rx: 5 });
  return node('circle', { ...attributes, cx: x, cy: y, r: 6 });
}
