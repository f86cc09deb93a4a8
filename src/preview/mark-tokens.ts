import { dayOfIncidentId, readDocument } from '../core/kinds';
import type { IncidentDocument, ReportDocument } from '../core/kinds/incident-document';
import { lineAt } from '../core/markdown/places';
import { readMarkdown } from '../core/markdown/read-markdown';
import { defaultConventions } from '../core/model/conventions';
import type { ParseState, Token } from './markdown-it';
import type { PreviewContext } from './preview-context';

/** Types of the tokens of ours; each renders as nothing, or as what it stands for, where the document is none of ours. */
export const tokenTypes = {
  frontMatter: 'incident_docs_front_matter',
  card: 'incident_docs_card',
  chart: 'incident_docs_chart',
  anchor: 'incident_docs_anchor',
  id: 'incident_docs_id',
  citation: 'incident_docs_citation',
} as const;

/** What the tokens of one document know of it; read with a team's conventions once these are known. */
export class PreviewedDocument {
  readonly #text: string;
  #known: { readonly context: PreviewContext; readonly document: IncidentDocument | undefined } | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(context: PreviewContext): IncidentDocument | undefined {
    const { conventions, incidentId } = context;
    const before = this.#known?.context;
    if (this.#known === undefined || before?.conventions !== conventions || before.incidentId !== incidentId) {
      const day = dayOfIncidentId(incidentId);
      this.#known = { context, document: readDocument(readMarkdown(this.#text), conventions, undefined, day) };
    }
    return this.#known.document;
  }
}

/** Longer texts are previewed like all other Markdown. */
const longest = 1024 * 1024;

/** Sets tokens of ours into a report or postmortem; any other text keeps its own alone. Linear in the text. */
export function markTokens(state: ParseState): void {
  const { src } = state;
  if (src.length > longest || !isIncidentDocument(src)) return;
  const document = readDocument(readMarkdown(src), defaultConventions);
  if (document === undefined) return;
  const previewed = new PreviewedDocument(src);
  const create = (type: string, content = ''): Token => {
    const token = new state.Token(type, '', 0);
    token.meta = previewed;
    token.content = content;
    return token;
  };
  if (document.kind === 'incident-report') linkIds(state.tokens, document, create);
  else linkCitations(state.tokens, create);
  state.tokens = withBlocks(state.tokens, document, create);
}

type Create = (type: string, content?: string) => Token;

/** A look at the head of the text, as every Markdown document passes here. */
function isIncidentDocument(text: string): boolean {
  return (
    /^\uFEFF?---[ \t]*\n/.test(text) &&
    /^type[ \t]*:[ \t]*["']?(?:incident-report|postmortem)\b/m.test(text.slice(0, 65_536))
  );
}

/** The front matter gives way to the card, which stands under the title; the chart stands above the timeline. */
function withBlocks(tokens: readonly Token[], document: IncidentDocument, create: Create): Token[] {
  const line = document.kind === 'incident-report' ? timelineLine(document) : undefined;
  const chart = line === undefined ? -1 : tokens.findIndex(({ map, level }) => level === 0 && covers(map, line));
  const card = cardPlace(tokens);
  return tokens.flatMap((token, index) => {
    const before = index === chart ? [create(tokenTypes.chart)] : [];
    if (token.type === 'front_matter') token.type = tokenTypes.frontMatter;
    return [...before, token, ...(index === card ? [create(tokenTypes.card)] : [])];
  });
}

/** Behind the title, where one stands above the first section, else behind the front matter. */
function cardPlace(tokens: readonly Token[]): number {
  const heading = tokens.findIndex(({ type, level }) => type === 'heading_open' && level === 0);
  if (tokens[heading]?.tag !== 'h1') return tokens.findIndex(({ type }) => type === 'front_matter');
  return tokens.findIndex(({ type }, index) => index > heading && type === 'heading_close');
}

function timelineLine({ markdown, timeline, entries }: ReportDocument): number | undefined {
  const start = timeline?.header.start ?? entries[0]?.span.start;
  return start === undefined ? undefined : lineAt(markdown, start);
}

function covers(map: Token['map'], line: number): boolean {
  return map !== null && map[0] <= line && line < map[1];
}

/** Rows and items get their id as an anchor, and ids in texts lead there. */
function linkIds(tokens: readonly Token[], { markdown, entries }: ReportDocument, create: Create): void {
  const idAt = new Map<number, string>();
  for (const { id, span } of entries) if (id !== undefined) idAt.set(lineAt(markdown, span.start), id.text);
  const ids = new Set(idAt.values());
  const anchored = new Set<string>();
  let own: string | undefined;
  let isPending = false;
  for (const token of tokens) {
    if (token.type === 'tr_open' || token.type === 'list_item_open') {
      own = token.map === null ? undefined : idAt.get(token.map[0]);
      isPending = own !== undefined && !anchored.has(own);
    } else if (token.type === 'tr_close' || token.type === 'list_item_close') own = undefined;
    else if (token.type === 'inline' && token.children !== null) {
      // The row itself needs no link to where it stands.
      const isLinked = (id: string) => id !== own && ids.has(id);
      token.children = withLinks(token.children, { type: tokenTypes.id, isLinked, create });
      if (!isPending || own === undefined) continue;
      token.children.unshift(create(tokenTypes.anchor, own));
      anchored.add(own);
      isPending = false;
    }
  }
}

/** Ids in a postmortem may lead to a report; whether it has them is known when they are shown. */
function linkCitations(tokens: readonly Token[], create: Create): void {
  for (const token of tokens) {
    if (token.type !== 'inline' || token.children === null) continue;
    token.children = withLinks(token.children, { type: tokenTypes.citation, isLinked: () => true, create });
  }
}

/** Behind a slash stands the entry of an incident that is named. */
const idPattern = /(?<!\/)\bE\d{1,6}[a-z]{0,3}\b/g;

interface LinkContext {
  readonly type: string;
  readonly isLinked: (id: string) => boolean;
  readonly create: Create;
}

function withLinks(children: readonly Token[], context: LinkContext): Token[] {
  let depth = 0;
  return children.flatMap((child) => {
    if (child.type === 'link_open') depth++;
    else if (child.type === 'link_close') depth--;
    return child.type === 'text' && depth === 0 ? splitAtIds(child, context) : [child];
  });
}

function splitAtIds(text: Token, { type, isLinked, create }: LinkContext): readonly Token[] {
  const pieces: Token[] = [];
  let from = 0;
  const take = (until: number) => {
    if (until > from) pieces.push(Object.assign(create('text', text.content.slice(from, until)), { meta: text.meta }));
  };
  for (const { 0: id, index } of text.content.matchAll(idPattern)) {
    if (!isLinked(id)) continue;
    take(index);
    pieces.push(create(type, id));
    from = index + id.length;
  }
  if (pieces.length === 0) return [text];
  take(text.content.length);
  return pieces;
}
