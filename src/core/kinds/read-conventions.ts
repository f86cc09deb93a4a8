import incidentsSchema from '../../../schemas/incidents.schema.json';
import { validate } from '../generated/incidents';
import {
  type Conventions,
  defaultConventions,
  type LintConventions,
  type PostmortemPolicy,
  type RuleLevel,
  type SeverityLevel,
  type SystemDefinition,
} from '../model/conventions';
import { message } from '../model/message';
import type { SupportCalendar } from '../model/support-calendar';
import type { Span } from '../model/text';
import { isTimeZone } from '../model/time-text';
import type { ReadProblem } from './front-matter';
import { nearest } from './near';
import { expectedWords, keysAt, type Mismatch, mismatchesOf, type SchemaNode, schemaAt } from './schema';
import { excessWords } from './yaml-limits';
import { isEmpty, plainOf, readYamlTree, treeAt, type YamlEntry, type YamlTree } from './yaml-tree';

/** The schema of `.incidents.yml`. */
export const conventionsSchema: SchemaNode = incidentsSchema;

/** Reads `.incidents.yml`; what does not fit is left at its default and is a problem at its place. */
export function readConventions(text: string): {
  readonly conventions: Conventions;
  readonly problems: readonly ReadProblem[];
} {
  const { tree, errors, excess } = readYamlTree(text);
  const problems: ReadProblem[] = errors.map(({ span, words }) =>
    problem(span, message('This is not read as YAML: {reason}', { reason: words })),
  );
  if (excess !== undefined)
    problems.push(problem({ start: 0, end: 0 }, message(`This file ${excessWords[excess]}; it is not read.`)));
  if (tree === undefined || isEmpty(tree)) return { conventions: defaultConventions, problems };
  if (tree.kind !== 'map') {
    const expected = message('This file is not read; expected keys such as "folder: incidents".');
    return { conventions: defaultConventions, problems: [...problems, problem(tree.span, expected)] };
  }
  const mismatches = mismatchesOf(validate, plainOf(tree));
  problems.push(...mismatches.map((mismatch) => problemOf(tree, mismatch)), ...repeatedKeys(tree));
  const usable = withoutMisfits(tree, mismatches);
  const [zone, supportZone] = [['timeZone'], ['calendar', 'timeZone']].map((path) => {
    const name = scalarText(treeAt(usable, path));
    if (name === undefined || isTimeZone(name)) return name;
    problems.push(misfit(tree, path));
    return undefined;
  });
  problems.sort((a, b) => a.span.start - b.span.start);
  return { conventions: conventionsOf(usable, { zone, supportZone }), problems };
}

function repeatedKeys(tree: YamlTree): readonly ReadProblem[] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap(repeatedKeys);
  const seen = new Set<string>();
  return tree.entries.flatMap(({ key, keySpan, value }) => {
    const isRepeated = seen.has(key);
    seen.add(key);
    const words = message('{key} stands here again; the first one counts.', { key });
    return [...(isRepeated ? [problem(keySpan, words)] : []), ...repeatedKeys(value)];
  });
}

/** Zones by the names that the runtime knows. */
interface Zones {
  readonly zone: string | undefined;
  readonly supportZone: string | undefined;
}

function conventionsOf(tree: YamlTree, { zone: timeZone, supportZone }: Zones): Conventions {
  const defaults = defaultConventions;
  const calendar = treeAt(tree, ['calendar']);
  const severities = named(listAt(tree, ['severities'])).map(
    ({ name, entry }): SeverityLevel => ({
      name,
      test: textAt(entry, 'test') ?? defaults.severities.find((level) => level.name === name)?.test ?? '',
    }),
  );
  const systems = named(listAt(tree, ['systems'])).map(
    ({ name, entry }): SystemDefinition => ({ name, paths: texts(listAt(entry, ['paths'])) }),
  );
  const entryKinds = named(listAt(tree, ['entryKinds'])).map(({ name, entry }) => ({
    name,
    definition: textAt(entry, 'definition') ?? '',
  }));
  const roles = texts(listAt(tree, ['roles']));
  return {
    folder: (textAt(tree, 'folder') ?? defaults.folder).replace(/^(?:\.\/)+|\/+$/g, '') || defaults.folder,
    severities: severities.length > 0 ? severities : defaults.severities,
    systems,
    entryKinds,
    roles: roles.length > 0 ? roles : defaults.roles,
    ...(timeZone !== undefined && { timeZone }),
    repositories: record(entriesAt(tree, ['repositories']).map(({ key, value }) => [key, repositoryOf(value)])),
    postmortem: policyOf(treeAt(tree, ['postmortem']), severities),
    actionDueDays: record(numbers(entriesAt(tree, ['actions', 'dueDays']))),
    ...(calendar?.kind === 'map' && { calendar: readCalendar(calendar, supportZone ?? timeZone ?? 'UTC') }),
    silence: numberAt(tree, 'silence') ?? defaults.silence,
    lang: textAt(tree, 'lang') ?? defaults.lang,
    lint: lintOf(treeAt(tree, ['lint'])),
    templates: record(entriesAt(tree, ['templates']).flatMap(({ key, value }) => pairOf(key, scalarText(value)))),
  };
}

/** With severities of the team's own, the two highest need a postmortem unless it says otherwise. */
function policyOf(tree: YamlTree | undefined, severities: readonly SeverityLevel[]): PostmortemPolicy {
  const defaults = defaultConventions.postmortem;
  const owner = textAt(tree, 'owner')?.replace(/^@/, '');
  const highest = severities.length > 0 ? severities.slice(0, 2).map((level) => level.name) : defaults.severities;
  return {
    severities: treeAt(tree, ['severities']) === undefined ? highest : texts(listAt(tree, ['severities'])),
    dueDays: numberAt(tree, 'dueDays') ?? defaults.dueDays,
    ...(owner !== undefined && { owner }),
  };
}

function readCalendar(tree: YamlTree, timeZone: string): SupportCalendar {
  const days = texts(listAt(tree, ['days'])).map((name) => dayNames.indexOf(name));
  return {
    timeZone,
    days: days.length > 0 ? days : [1, 2, 3, 4, 5],
    from: clockOf(textAt(tree, 'from') ?? '00:00'),
    until: clockOf(textAt(tree, 'until') ?? '24:00'),
    holidays: texts(listAt(tree, ['holidays'])),
  };
}

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function clockOf(text: string): number {
  const [hours, minutes] = text.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function lintOf(tree: YamlTree | undefined): LintConventions {
  const entries = entriesAt(tree, []).filter(({ key }) => key !== 'phrases' && key !== 'allow');
  return {
    rules: record(entries.flatMap(({ key, value }) => pairOf(key, scalarText(value) as RuleLevel | undefined))),
    phrases: record(entriesAt(tree, ['phrases']).map(({ key, value }) => [key, texts(listAt(value, []))])),
    allow: texts(listAt(tree, ['allow'])),
  };
}

function repositoryOf(value: YamlTree): { readonly path?: string; readonly url?: string } {
  const text = scalarText(value);
  if (text !== undefined) return /^https?:\/\//.test(text) ? { url: text } : { path: text };
  const path = textAt(value, 'path');
  const url = textAt(value, 'url');
  return { ...(path !== undefined && { path }), ...(url !== undefined && { url }) };
}

function problemOf(tree: YamlTree, { path, unknownKey, missingKey }: Mismatch): ReadProblem {
  const here = treeAt(tree, path) ?? tree;
  if (missingKey !== undefined) {
    return problem(here.span, message('{key} is not here; expected {key} with a value.', { key: missingKey }));
  }
  if (unknownKey === undefined) return misfit(tree, path);
  const entry = entriesAt(here, []).find(({ key }) => key === unknownKey);
  const span = entry?.keySpan ?? here.span;
  const keys = [...keysAt(conventionsSchema, path).keys()];
  const near = nearest(unknownKey, keys);
  if (near === undefined) {
    const expected = keys.length === 0 ? 'letters, digits, ".", "_" and "-"' : `one of ${keys.join(', ')}`;
    return problem(span, message('"{key}" is not a key here; expected {expected}.', { key: unknownKey, expected }));
  }
  const words = message('"{key}" is not a key here. Near it: {near}.', { key: unknownKey, near });
  return {
    ...problem(span, words),
    fixes: [{ title: message('Change to {near}', { near }), edits: [{ span, newText: near }] }],
  };
}

function misfit(tree: YamlTree, path: readonly string[]): ReadProblem {
  const here = treeAt(tree, path) ?? tree;
  const value = shown(here);
  const { span } = here;
  const node = schemaAt(conventionsSchema, path);
  const name = path.filter((step) => !/^\d+$/.test(step)).join('.');
  const words = message('{name} is {value}; expected {expected}.', { name, value, expected: expectedWords(node) });
  const near = node?.enum === undefined ? undefined : nearest(value.replaceAll('"', ''), node.enum);
  if (near === undefined) return problem(span, words);
  return {
    ...problem(span, words),
    fixes: [{ title: message('Change to {near}', { near }), edits: [{ span, newText: near }] }],
  };
}

function shown(tree: YamlTree): string {
  if (tree.kind === 'scalar')
    return tree.text === '' ? 'empty' : `"${tree.text.length > 40 ? `${tree.text.slice(0, 39)}…` : tree.text}"`;
  return tree.kind === 'list' ? 'a list' : 'keys with values';
}

/** The tree without the values that do not fit, so that whoever picks from it needs no second check. */
function withoutMisfits(tree: YamlTree, mismatches: readonly Mismatch[]): YamlTree {
  const misfits = new Set(
    mismatches.map(({ path, unknownKey }) => JSON.stringify(unknownKey === undefined ? path : [...path, unknownKey])),
  );
  const prune = (node: YamlTree, path: readonly string[]): YamlTree => {
    if (node.kind === 'scalar') return node;
    const isFit = (step: string | number): boolean => !misfits.has(JSON.stringify([...path, String(step)]));
    if (node.kind === 'list') {
      const items = node.items.flatMap((item, index) => (isFit(index) ? [prune(item, [...path, String(index)])] : []));
      return { ...node, items };
    }
    const entries = node.entries.filter(({ key, value }) => isFit(key) && !isEmpty(value));
    return {
      ...node,
      entries: entries.map((entry) => ({ ...entry, value: prune(entry.value, [...path, entry.key]) })),
    };
  };
  return prune(tree, []);
}

function problem(span: Span, words: ReadProblem['message']): ReadProblem {
  return { rule: 'front-matter', span, message: words };
}

/** List items that are a name alone or keys with a `name`; of several with one name the first counts. */
function named(items: readonly YamlTree[]): readonly { readonly name: string; readonly entry: YamlTree }[] {
  const seen = new Set<string>();
  return items.flatMap((entry) => {
    const name = (scalarText(entry) ?? textAt(entry, 'name'))?.trim();
    if (name === undefined || name === '' || seen.has(name)) return [];
    seen.add(name);
    return [{ name, entry }];
  });
}

function listAt(tree: YamlTree | undefined, path: readonly string[]): readonly YamlTree[] {
  const node = treeAt(tree, path);
  return node?.kind === 'list' ? node.items : [];
}

function entriesAt(tree: YamlTree | undefined, path: readonly string[]): readonly YamlEntry[] {
  const node = treeAt(tree, path);
  return node?.kind === 'map' ? node.entries : [];
}

function texts(items: readonly YamlTree[]): readonly string[] {
  return items.flatMap((item) => scalarText(item) ?? []);
}

function scalarText(tree: YamlTree | undefined): string | undefined {
  return tree?.kind === 'scalar' && tree.value !== null ? tree.text : undefined;
}

function textAt(tree: YamlTree | undefined, key: string): string | undefined {
  return scalarText(treeAt(tree, [key]));
}

function numberAt(tree: YamlTree | undefined, key: string): number | undefined {
  const text = textAt(tree, key);
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text);
}

function numbers(entries: readonly YamlEntry[]): readonly (readonly [string, number])[] {
  return entries.flatMap(({ key, value }) => pairOf(key, value.kind === 'scalar' ? Number(value.text) : undefined));
}

function pairOf<T>(key: string, value: T | undefined): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[key, value]];
}

/** Own keys only, `__proto__` included: the keys come from a file. */
function record<T>(pairs: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(pairs);
}
