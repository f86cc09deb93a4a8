import { newEntryIndex } from '../../src/chart/chart-input';
import type { ChartPlan } from '../../src/chart/chart-plan';
import { markSample } from '../../src/chart/draw-chart';
import { shapeOf } from '../../src/chart/marks';
import { element, onChange } from './dom';
import { svgElement, svgNode } from './svg-dom';
import { words } from './words';

type Sample = keyof typeof words.legend;

const samples: Readonly<Record<Sample, Parameters<typeof markSample>>> = {
  change: ['diamond', 'change'],
  observed: ['circle', 'observed'],
  done: ['square', 'done'],
  about: ['about', 'observed'],
  range: ['range', 'observed'],
  new: ['new', 'observed'],
};

/** What the marks mean; only those that are in the chart. */
export function createLegend() {
  const legend = element('div', { class: 'legend' });
  const draw = onChange((shown: readonly Sample[]) => legend.replaceChildren(...shown.map(item)));
  return { element: legend, draw: (plan: ChartPlan) => draw(shownIn(plan)) };
}

function shownIn({ entries }: ChartPlan): readonly Sample[] {
  const found = new Set<Sample>();
  for (const { index, entry } of entries) {
    if (index === newEntryIndex) found.add('new');
    else if (entry.stamp?.kind === 'range') found.add('range');
    else found.add(shapeOf(entry.kind).tone);
    if (entry.stamp?.kind === 'about') found.add('about');
  }
  return (Object.keys(samples) as readonly Sample[]).filter((sample) => found.has(sample));
}

function item(sample: Sample): HTMLElement {
  const isWide = sample === 'about' || sample === 'range';
  const picture = svgElement('svg', { width: isWide ? 18 : 16, height: 16, 'aria-hidden': 'true' });
  picture.append(svgNode(markSample(...samples[sample])));
  return element('span', {}, picture, words.legend[sample]);
}
