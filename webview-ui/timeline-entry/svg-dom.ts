import { type SvgNode, shown } from '../../src/chart/svg-node';

const namespace = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes; no style attributes, which the page's policy forbids. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: SvgNode['attributes'] = {},
): SVGElementTagNameMap[K] {
  const created = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, shown(value));
  return created;
}

/** The drawing as elements; what is text in it stays text. */
export function svgNode({ name, attributes, children = [] }: SvgNode): SVGElement {
  const created = document.createElementNS(namespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, shown(value));
  created.append(...children.map((child) => (typeof child === 'string' ? child : svgNode(child))));
  return created;
}
