import { documentKinds, readDocument } from '../kinds';
import type { IncidentDocument } from '../kinds/incident-document';
import { readFrontMatter } from '../kinds/read-front-matter';
import { writeYamlText } from '../kinds/yaml-text';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import { applyEdits, lineEndingOf, type TextEdit } from '../model/text';
import type { DocumentStore } from '../ports';
import { checkDocument } from '../rules/check';
import { pathIn } from '../workspace/incident-places';

/** Text of the template for a new document: the team's for the severity, its general one, else the built-in one. */
export async function templateText(
  store: DocumentStore,
  conventions: Conventions,
  { kind, severity }: { readonly kind: DocumentKindId; readonly severity?: string | undefined },
): Promise<string> {
  const { folder, templates } = conventions;
  const stem = kind === 'postmortem' ? 'postmortem' : 'report';
  const named = kind === 'incident-report' ? [templates[severity ?? ''], templates.default] : [];
  for (const path of [...named, pathIn(folder, `templates/${stem}.md`)]) {
    const text = path === undefined ? undefined : await store.read(path);
    if (text !== undefined) return text;
  }
  return documentKinds[kind].template;
}

export interface TemplateValues {
  readonly kind: DocumentKindId;
  readonly title: string;
  /** Front-matter values to set, in order; a list is written in brackets. */
  readonly fields: readonly (readonly [key: string, value: string | readonly string[]])[];
}

/**
 * A template's text with front matter and heading filled in by splices, so that its own keys and comments stay.
 * What is still a placeholder then goes, with its line where nothing else would be left.
 */
export function fillTemplate(
  template: string,
  { kind, title, fields }: TemplateValues,
  conventions: Conventions,
): string {
  let text = template;
  for (const [key, value] of [['type', kind] as const, ...fields])
    text = applyEdits(text, [fieldEdit(text, key, value)]);
  const heading = headingText(title);
  const values: Record<string, string> = { title: heading };
  for (const [key, value] of fields) if (typeof value === 'string') values[key] = value;
  text = text.replace(/⟨(\w+)⟩|\{\{\s*(\w+)\s*\}\}/g, (whole, one?: string, other?: string) => {
    return values[(one ?? other ?? '').toLowerCase()] ?? whole;
  });
  text = applyEdits(text, [headingEdit(text, heading)]);
  return withoutPlaceholders(text, kind, conventions);
}

/** A title as the content of a heading: on one line, and with hashes at its end kept. */
export function headingText(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(^|\s)(#+)$/, '$1\\$2');
}

/** Sets one key of the front matter; a new key goes behind the last one, and front matter is made where there is none. */
export function fieldEdit(text: string, key: string, value: string | readonly string[]): TextEdit {
  const eol = lineEndingOf(text);
  const { span, fields } = readFrontMatter(readMarkdown(text));
  const written =
    typeof value === 'string'
      ? writeYamlText(value)
      : `[${value.map((item) => writeYamlText(item, { inList: true })).join(', ')}]`;
  const field = fields.find((one) => one.key === key);
  if (field !== undefined) {
    const { start, end } = field.valueSpan;
    const space = start === end && !/\s/.test(text[start - 1] ?? '') ? ' ' : '';
    return { span: field.valueSpan, newText: space + written };
  }
  if (span === undefined) {
    const gap = text === '' || /^\r?\n/.test(text) ? '' : eol;
    return { span: { start: 0, end: 0 }, newText: `---${eol}${key}: ${written}${eol}---${eol}${gap}` };
  }
  const fence = span.start + text.slice(span.start, span.end).trimEnd().lastIndexOf('---');
  return { span: { start: fence, end: fence }, newText: `${key}: ${written}${eol}` };
}

/** Replaces the first top-level heading, or sets one above the first block. */
function headingEdit(text: string, title: string): TextEdit {
  const { blocks, starts } = readMarkdown(text);
  const index = blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  const block = blocks[index];
  if (block !== undefined) {
    const start = (starts[index] ?? 0) + block.contentStart;
    const isEmpty = block.contentStart === block.contentEnd;
    const newText = isEmpty && !/\s/.test(text[start - 1] ?? '') ? ` ${title}` : title;
    return { span: { start, end: (starts[index] ?? 0) + block.contentEnd }, newText };
  }
  const eol = lineEndingOf(text);
  const first = blocks.findIndex(({ kind }) => kind !== 'front-matter' && kind !== 'blank');
  const at = first < 0 ? text.length : (starts[first] ?? text.length);
  const gap = text === '' || /\r?\n\r?\n$/.test(text.slice(0, at)) ? '' : eol;
  return { span: { start: at, end: at }, newText: `${gap}# ${title}${eol}${eol}` };
}

/** The findings of the rule on placeholders say what is one, and their fixes how it goes. */
function withoutPlaceholders(text: string, kind: DocumentKindId, conventions: Conventions): string {
  let current = text;
  // A line may hold several; a fix takes the whole line, so overlapping ones wait for the next round.
  for (let round = 0; round < 100; round++) {
    const document = readDocument(readMarkdown(current), conventions, kind);
    const next = document === undefined ? current : applyEdits(current, placeholderEdits(document, conventions));
    if (next === current) break;
    current = next;
  }
  return current;
}

function placeholderEdits(document: IncidentDocument, conventions: Conventions): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { rule, span, fixes } of checkDocument(document, { conventions, strict: true })) {
    if (rule !== 'placeholder') continue;
    const fix = fixes?.find((one) => one.kind === 'edit');
    for (const edit of fix?.edits ?? [{ span, newText: '' }]) {
      if ((edits.at(-1)?.span.end ?? 0) <= edit.span.start) edits.push(edit);
    }
  }
  return edits;
}
