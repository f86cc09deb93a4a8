import incidentReportSchema from '../../../schemas/incident-report.schema.json';
import postmortemSchema from '../../../schemas/postmortem.schema.json';
import { validate as validateReport } from '../generated/incident-report';
import { validate as validatePostmortem } from '../generated/postmortem';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId, Located } from '../model/incident';
import { message } from '../model/message';
import type { Span } from '../model/text';
import { type FrontMatter, type FrontMatterField, fieldOf, type ReadProblem } from './front-matter';
import { nearest } from './near';
import { expectedWords, mismatchesOf, type SchemaNode, type SchemaValidator, schemaAt } from './schema';
import { writeYamlText } from './yaml-text';

const schemas: Readonly<Record<DocumentKindId, { readonly schema: SchemaNode; readonly validate: SchemaValidator }>> = {
  'incident-report': { schema: incidentReportSchema, validate: validateReport },
  postmortem: { schema: postmortemSchema, validate: validatePostmortem },
};

/** The schema of a kind's front matter. */
export function frontMatterSchema(kind: DocumentKindId): SchemaNode {
  return schemas[kind].schema;
}

/** Values that do not fit the schema or the team's severities, and keys whose truth stands elsewhere. */
export function frontMatterProblems(
  kind: DocumentKindId,
  { frontMatter, title, text }: { readonly frontMatter: FrontMatter; readonly title?: Located; readonly text: string },
  conventions: Conventions,
): readonly ReadProblem[] {
  const { schema, validate } = schemas[kind];
  const problems: ReadProblem[] = [];
  for (const { path, missingKey } of mismatchesOf(validate, valuesOf(frontMatter, schema))) {
    const [key = '', index] = path;
    const field = fieldOf(frontMatter, key);
    // A document that is read as this kind on request may have another type or none.
    if (field === undefined || missingKey !== undefined || key === 'type') continue;
    problems.push(misfit(field, index, schemaAt(schema, path)));
  }
  return [...problems, ...severityProblem(frontMatter, kind, conventions), ...elsewhere(frontMatter, title, text)];
}

/** One text counts as a list of one where a list is expected; empty values count as absent. */
function valuesOf({ fields }: FrontMatter, schema: SchemaNode): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = Object.create(null);
  for (const { key, value } of fields) {
    if (value === undefined || key in values || !Object.hasOwn(schema.properties ?? {}, key)) continue;
    const isList = schema.properties?.[key]?.type === 'array';
    values[key] =
      isList && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : unfolded(value, isList);
  }
  return values;
}

/** A list of one text is as good as the text where only one is expected. */
function unfolded(value: string | readonly string[], isList: boolean): string | readonly string[] {
  if (typeof value === 'string') return value.trim();
  return isList || value.length !== 1 ? value : (value[0] ?? '');
}

function misfit(field: FrontMatterField, index: string | undefined, node: SchemaNode | undefined): ReadProblem {
  const item = index === undefined ? undefined : field.items?.[Number(index)];
  const span = item?.span ?? field.valueSpan;
  const value = item?.text ?? (typeof field.value === 'string' ? field.value : (field.value ?? []).join(', '));
  return valueProblem({ key: field.key, span, value }, node?.enum ?? [], expectedWords(node));
}

function valueProblem(
  { key, span, value }: { readonly key: string; readonly span: Span; readonly value: string },
  candidates: readonly string[],
  expected: string,
): ReadProblem {
  const words = message('{key} is "{value}"; expected {expected}.', { key, value, expected });
  const near = nearest(value, candidates);
  if (near === undefined) return { rule: 'front-matter', span, message: words };
  const edits = [{ span, newText: writeYamlText(near) }];
  return {
    rule: 'front-matter',
    span,
    message: words,
    fixes: [{ title: message('Change to {near}', { near }), edits }],
  };
}

function severityProblem(
  frontMatter: FrontMatter,
  kind: DocumentKindId,
  conventions: Conventions,
): readonly ReadProblem[] {
  const field = kind === 'incident-report' ? fieldOf(frontMatter, 'severity') : undefined;
  const value = typeof field?.value === 'string' ? field.value.trim() : field?.value?.join(', ');
  const names = conventions.severities.map((level) => level.name);
  if (field === undefined || value === undefined || value === '' || names.includes(value)) return [];
  const near = nearSeverity(value, names);
  const expected = `one of ${names.join(', ')}`;
  return [
    valueProblem({ key: 'severity', span: field.valueSpan, value }, near === undefined ? [] : [near], expected),
  ].map((problem) => (near === undefined ? problem : withFix(problem, near)));
}

function withFix(problem: ReadProblem, near: string): ReadProblem {
  const edits = [{ span: problem.span, newText: writeYamlText(near) }];
  return { ...problem, fixes: [{ title: message('Change to {near}', { near }), edits }] };
}

/** By name, by its number (`sev 2`, `P2`, `2`), else by the rank that a common word stands for. */
export function nearSeverity(value: string, names: readonly string[]): string | undefined {
  const lower = value.trim().toLowerCase();
  const same = names.find((name) => name.toLowerCase() === lower);
  if (same !== undefined) return same;
  const number = /^\D{0,12}(\d{1,2})\D*$/.exec(lower)?.[1];
  const numbered = number === undefined ? undefined : names.find((name) => /\d+/.exec(name)?.[0] === number);
  if (numbered !== undefined) return numbered;
  const rank = ranks.findIndex((words) => words.includes(lower));
  return rank < 0
    ? number === undefined
      ? nearest(value, names)
      : undefined
    : names[Math.min(rank, names.length - 1)];
}

const ranks: readonly (readonly string[])[] = [
  ['critical', 'highest', 'urgent', 'blocker', 'emergency'],
  ['high', 'major', 'severe', 'serious'],
  ['medium', 'moderate', 'normal', 'minor'],
  ['low', 'lowest', 'trivial', 'cosmetic'],
];

/** The title is the first heading and the id the folder's name; a second truth is a finding where it differs. */
function elsewhere(frontMatter: FrontMatter, title: Located | undefined, text: string): readonly ReadProblem[] {
  const field = fieldOf(frontMatter, 'title');
  if (field === undefined || title === undefined || typeof field.value !== 'string') return [];
  if (field.value.trim() === title.text.trim()) return [];
  return [
    {
      rule: 'front-matter',
      span: field.valueSpan,
      message: message('title is kept in the first heading; this one differs.'),
      fixes: [{ title: message('Remove title'), edits: [{ span: fieldLines(text, field), newText: '' }] }],
    },
  ];
}

/** All lines of a field with the last line ending. */
export function fieldLines(text: string, field: FrontMatterField): Span {
  const rest = text.slice(field.valueSpan.end);
  const ending = /\r\n|\r|\n/.exec(rest);
  const end = ending === null ? text.length : field.valueSpan.end + ending.index + ending[0].length;
  return { start: field.keySpan.start, end };
}
