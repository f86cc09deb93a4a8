import type { ChartLayout } from '../../src/chart/chart-layout';
import { type ChartPart, chartParts, drawChart, hatchingPattern } from '../../src/chart/draw-chart';
import type { SvgNode } from '../../src/chart/svg-node';
import type { Place } from './chart-tooltip';
import { svgElement, svgNode } from './svg-dom';
import { words } from './words';

/** The drawing in the page; of it only the parts that differ from what is drawn are built anew. */
export function createSurface() {
  const svg = svgElement('svg', {
    class: 'incident-docs-chart',
    tabindex: 0,
    role: 'application',
    'aria-roledescription': words.timeline.toLowerCase(),
  });
  const groups = new Map(chartParts.map((part) => [part, svgElement('g')]));
  const ring = svgElement('circle', { class: 'ring', r: 9 });
  svg.append(svgNode(hatchingPattern()), ...groups.values(), ring);
  const drawn = new Map<ChartPart, string>();

  function patch(part: ChartPart, group: SVGGElement, nodes: readonly SvgNode[]) {
    const json = JSON.stringify(nodes);
    if (drawn.get(part) === json) return;
    drawn.set(part, json);
    group.replaceChildren(...nodes.map(svgNode));
  }

  return {
    svg,
    draw(layout: ChartLayout) {
      const parts = drawChart(layout);
      for (const [part, group] of groups) patch(part, group, parts[part]);
      svg.setAttribute('width', String(layout.width));
      svg.setAttribute('height', String(Math.ceil(layout.height)));
    },
    /** Marks the entry that the keyboard has reached. */
    ring(place: Place | undefined) {
      ring.classList.toggle('shown', place !== undefined);
      if (place === undefined) return;
      ring.setAttribute('cx', String(place.x));
      ring.setAttribute('cy', String(place.y));
    },
  };
}
