import { svgText as markupText, node } from '../chart/svg-node';
import { citedEntry, link, postmortemCard, reportCard } from './document-card';
import { markTokens, PreviewedDocument, tokenTypes } from './mark-tokens';
import type { MarkdownIt, RenderRule, Token } from './markdown-it';
import type { PreviewContext } from './preview-context';
import { reportChart } from './report-chart';

/**
 * Shows reports and postmortems with card, chart and anchors. `contextOf` tells of the environment of a rendering
 * whether its document is one of ours; any other is shown as if nothing of this were there.
 */
export function extendMarkdownIt<T extends MarkdownIt>(
  markdown: T,
  contextOf: (environment: unknown) => PreviewContext | undefined,
): T {
  markdown.core.ruler.push('incident-docs', markTokens);
  const { rules } = markdown.renderer;
  const rule = (render: (token: Token, context: PreviewContext) => string, otherwise: (token: Token) => string) => {
    const own: RenderRule = (tokens, index, _, environment) => {
      const token = tokens[index];
      if (token === undefined) return '';
      const context = contextOf(environment);
      return context === undefined ? otherwise(token) : render(token, context);
    };
    return own;
  };
  const nothing = () => '';
  rules[tokenTypes.card] = rule(cardOf, nothing);
  rules[tokenTypes.chart] = rule(chartOf, nothing);
  rules[tokenTypes.anchor] = rule(
    ({ content }) => markupText(node('a', { id: content, class: 'incident-docs-anchor' })),
    nothing,
  );
  rules[tokenTypes.id] = rule(
    ({ content }) => markupText(link(`#${content}`, content)),
    ({ content }) => content,
  );
  rules[tokenTypes.citation] = rule(citationOf, ({ content }) => content);
  // VS Code sets its own rule for front matter after those of extensions, so it is asked for when it is needed.
  rules[tokenTypes.frontMatter] = (tokens, index, options, environment, renderer) =>
    contextOf(environment) === undefined
      ? (renderer.rules.front_matter?.(tokens, index, options, environment, renderer) ?? '')
      : '';
  return markdown;
}

function cardOf(token: Token, context: PreviewContext): string {
  const document = documentOf(token, context);
  if (document === undefined) return '';
  return document.kind === 'incident-report' ? reportCard(document, context) : postmortemCard(document, context);
}

function chartOf(token: Token, context: PreviewContext): string {
  const document = documentOf(token, context);
  return document?.kind === 'incident-report' ? (reportChart(document, context) ?? '') : '';
}

function citationOf(token: Token, context: PreviewContext): string {
  const document = documentOf(token, context);
  return document?.kind === 'postmortem' ? citedEntry(document, token.content, context) : token.content;
}

function documentOf({ meta }: Token, context: PreviewContext) {
  return meta instanceof PreviewedDocument ? meta.read(context) : undefined;
}
