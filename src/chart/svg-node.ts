/** A piece of a drawing; strings in it are text, never markup. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly (SvgNode | string)[];
}

export function node(
  name: string,
  attributes: SvgNode['attributes'],
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  return children.length === 0 ? { name, attributes } : { name, attributes, children };
}

/** The drawing as markup, for where there is no document to build it in; every text is escaped. */
export function svgText({ name, attributes, children = [] }: SvgNode): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(shown(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return `<${name}${written.join('')}>${inner.join('')}</${name}>`;
}

/** The value of an attribute: pixels to a tenth. */
export function shown(value: string | number): string {
  return typeof value === 'string' ? value : String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      // What XML has no place for, and what would turn the direction of the text around it.
      .replace(/[\p{Cc}\p{Bidi_Control}\uFFFE\uFFFF]/gu, '\uFFFD')
  );
}
