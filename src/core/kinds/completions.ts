import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { cellCompletionsAt, cellHoverAt } from './cell-completions';
import type { Completion, PlaceHover } from './completion';
import { fieldOf } from './front-matter';
import { frontMatterExtent } from './front-matter-lines';
import { frontMatterSchema } from './front-matter-problems';
import type { IncidentDocument } from './incident-document';
import { kindOfFrontMatter, readDocument } from './index';
import { conventionsSchema } from './read-conventions';
import { readFrontMatter } from './read-front-matter';
import { keysAt, type SchemaNode, schemaAt } from './schema';
import { type YamlCursor, yamlCursor } from './yaml-cursor';
import { writeYamlText } from './yaml-text';

export type { Completion, PlaceHover };

/** What the caller knows beside the text. */
export interface PlaceContext {
  /** Which of our files the text is; guessed from its first line where this is not given. */
  readonly file?: 'document' | 'conventions';
  /** The document as it was read already; saves a second reading. */
  readonly document?: PlaceDocument;
  readonly rules?: readonly KnownRule[];
  /** Names for commander, owner and reviewers. */
  readonly people?: readonly string[];
  /** Ids for `reports`. */
  readonly incidents?: readonly string[];
}

/** What of a document places depend on: its blocks and its kind, which are known without reading all of it. */
export type PlaceDocument = Pick<IncidentDocument, 'markdown' | 'kind'>;

export interface KnownRule {
  readonly id: string;
  readonly summary: string;
  /** Whether it goes by words, to which a team can add. */
  readonly hasPhrases: boolean;
}

/** Keys and values of front matter and of `.incidents.yml`, and what may stand in the cells of a timeline. */
export function completionsAt(
  text: string,
  offset: number,
  conventions: Conventions,
  context: PlaceContext = {},
): readonly Completion[] {
  const place = placeAt(text, offset, context);
  if (place === undefined) {
    const document = isConventions(text, context) ? undefined : documentOf(text, conventions, context);
    return document === undefined ? [] : cellCompletionsAt(document, offset, conventions);
  }
  const { cursor } = place;
  return cursor.place === 'key'
    ? keyCompletions(place, conventions, context)
    : valueCompletions(place, conventions, context);
}

/** The schema's words about the key or value at a place, the team's test for a severity, the definition of a kind. */
export function hoverAt(
  text: string,
  offset: number,
  conventions: Conventions,
  context: PlaceContext = {},
): PlaceHover | undefined {
  const place = placeAt(text, offset, context);
  if (place === undefined) {
    const document = isConventions(text, context) ? undefined : documentOf(text, conventions, context);
    return document && cellHoverAt(document, offset, conventions);
  }
  const { cursor, schema } = place;
  if (cursor.span.start === cursor.span.end) return undefined;
  const written = text.slice(cursor.span.start, cursor.span.end);
  const key = cursor.place === 'key' ? written.replace(/^["']|["']$/g, '') : undefined;
  const path = key === undefined ? cursor.path : [...cursor.path, key];
  const node = schemaAt(schema, path);
  const rule = context.rules?.find(({ id }) => path[0] === 'lint' && path[1] === id);
  const value =
    key === undefined ? valuesAt(place, conventions, context).find((item) => item.name === written) : undefined;
  const words = value?.words ?? rule?.summary ?? node?.description;
  if (words === undefined) return undefined;
  const names = key === undefined ? [] : valuesAt({ ...place, cursor: { ...cursor, path } }, conventions, context);
  const list = names
    .slice(0, 12)
    .map(({ name, words: about }) => (about ? `- \`${name}\`: ${about}` : `- \`${name}\``));
  return { span: cursor.span, text: list.length === 0 ? words : `${words}\n\n${list.join('\n')}` };
}

interface Place {
  readonly cursor: YamlCursor;
  readonly schema: SchemaNode;
  /** Keys of a document that says no kind yet. */
  readonly isUntyped: boolean;
}

function placeAt(text: string, offset: number, context: PlaceContext): Place | undefined {
  if (isConventions(text, context)) {
    const cursor = yamlCursor(text, { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: text.length }, offset);
    return cursor && { cursor, schema: conventionsSchema, isUntyped: false };
  }
  const markdown = context.document?.markdown ?? readMarkdown(text);
  const body = frontMatterExtent(markdown)?.body;
  if (body === undefined || offset < body.start || offset > body.end) return undefined;
  // The closing fence begins where the body ends; a cursor there stands before the fence, on its line.
  if (offset === body.end && text.startsWith('---', offset)) return undefined;
  const cursor = yamlCursor(text, body, offset);
  const frontMatter = readFrontMatter(markdown);
  const kind = kindOfFrontMatter(frontMatter) ?? context.document?.kind;
  const isUntyped = kind === undefined && fieldOf(frontMatter, 'type')?.value === undefined;
  return cursor && { cursor, schema: frontMatterSchema(kind ?? 'incident-report'), isUntyped };
}

function isConventions(text: string, { file, document }: PlaceContext): boolean {
  if (file !== undefined || document !== undefined) return file === 'conventions';
  return !/^\ufeff?\s*---/.test(text) && !/^\ufeff?\s*# /.test(text);
}

function documentOf(text: string, conventions: Conventions, { document }: PlaceContext): PlaceDocument | undefined {
  return document ?? readDocument(readMarkdown(text), conventions);
}

function keyCompletions(
  { cursor, schema, isUntyped }: Place,
  conventions: Conventions,
  context: PlaceContext,
): readonly Completion[] {
  const keys =
    isUntyped && cursor.path.length === 0
      ? new Map([...keysAt(frontMatterSchema('postmortem'), []), ...keysAt(schema, [])])
      : keysAt(schema, cursor.path);
  const named = [...keys].map(([key, node]) => ({ name: key, words: node.description, node }));
  const free = freeKeys(cursor.path, conventions, context).map(({ name, words }) => ({ name, words, node: undefined }));
  return [...named, ...free]
    .filter(({ name }) => !cursor.siblings.has(name))
    .map(({ name, words, node }) => ({
      label: name,
      insert: cursor.hasColon ? name : `${name}:${node?.type === 'object' ? '' : ' '}`,
      span: cursor.span,
      kind: 'key',
      ...(words !== undefined && { documentation: words }),
    }));
}

interface NamedValue {
  readonly name: string;
  readonly words?: string;
}

/** Keys that a schema cannot list: rule ids, severities. */
function freeKeys(
  path: readonly string[],
  conventions: Conventions,
  { rules = [] }: PlaceContext,
): readonly NamedValue[] {
  const where = path.join('.');
  if (where === 'lint' || where === 'lint.phrases') {
    const fitting = rules.filter(({ hasPhrases }) => hasPhrases || where === 'lint');
    return fitting.map(({ id, summary }) => ({ name: id, words: summary }));
  }
  if (where === 'templates') return severitiesOf(conventions);
  if (where === 'actions.dueDays') return ['P1', 'P2', 'P3'].map((name) => ({ name }));
  return [];
}

function valueCompletions(place: Place, conventions: Conventions, context: PlaceContext): readonly Completion[] {
  const { cursor } = place;
  const isItem = cursor.path.at(-1) === '0';
  return valuesAt(place, conventions, context).map(({ name, words }) => ({
    label: name,
    insert: `${cursor.needsSpace ? ' ' : ''}${writeYamlText(name, { inList: isItem })}`,
    span: cursor.span,
    kind: 'value',
    ...(words !== undefined && { documentation: words }),
  }));
}

function valuesAt({ cursor, schema }: Place, conventions: Conventions, context: PlaceContext): readonly NamedValue[] {
  const { path } = cursor;
  const where = path.filter((step) => step !== '0').join('.');
  const isDocument = schema !== conventionsSchema;
  if (isDocument && where === 'type') {
    return (['incident-report', 'postmortem'] as const).map((kind) => ({
      name: kind,
      words: keysAt(frontMatterSchema(kind), []).get('type')?.description ?? '',
    }));
  }
  if (isDocument && where === 'severity') return severitiesOf(conventions);
  if (!isDocument && where === 'postmortem.severities') return severitiesOf(conventions);
  if (['commander', 'owner', 'reviewers', 'postmortem.owner'].includes(where)) {
    return (context.people ?? []).map((name) => ({ name }));
  }
  if (isDocument && where === 'reports') return (context.incidents ?? []).map((name) => ({ name }));
  if (!isDocument && where === 'timeZone') return Intl.supportedValuesOf('timeZone').map((name) => ({ name }));
  const node = schemaAt(schema, path);
  const names = node?.enum ?? (node?.const === undefined ? [] : [node.const]);
  return names.map((name, index) => {
    const words = node?.enumDescriptions?.[index];
    return words === undefined ? { name } : { name, words };
  });
}

function severitiesOf({ severities }: Conventions): readonly NamedValue[] {
  return severities.map(({ name, test }) => (test === '' ? { name } : { name, words: test }));
}
