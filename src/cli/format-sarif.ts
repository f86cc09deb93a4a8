import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Fix, Location, Region, ReportingDescriptor, Result, Run } from 'sarif';
import type { Range } from '../core/model/text';
import { rules } from '../core/rules';
import { conventionsRule } from '../core/rules/check-conventions';
import type { DiagnosticSeverity } from '../core/rules/rule';
import { pathWithin } from './folder';
import type { LintedFile, LintedFinding, LintedFix, LintResult, LintSeverity } from './lint-result';
import { version } from './version';

export interface SarifContext {
  /** Absolute; the root that the paths in the result are relative to. */
  readonly base: string;
  /** Absolute folder of the rules' pages. */
  readonly rulePages: string;
  /** Text of each page by the rule's id, as far as there is one. */
  readonly pages: ReadonlyMap<string, string>;
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const baseId = '%SRCROOT%';
const described = [...rules, conventionsRule];
const ruleIndexes = new Map(described.map(({ id }, index) => [id, index]));

/** One run of SARIF 2.1.0, a result a finding. */
export function* formatLintSarif(result: LintResult, context: SarifContext): Iterable<string> {
  const { results, ...run } = runOf(result, context);
  yield `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
  let isFirst = true;
  for (const one of results) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(one)}`;
    isFirst = false;
  }
  yield '\n]}]}\n';
}

function runOf({ files, unreadable }: LintResult, context: SarifContext) {
  const refused = unreadable.map((text) => ({ level: 'error' as const, message: { text } }));
  return {
    tool: {
      driver: {
        name: 'incident-docs',
        semanticVersion: version,
        rules: described.map((rule) => descriptorOf(rule, context)),
      },
    },
    language: 'en-US',
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [baseId]: { uri: pathToFileURL(path.join(context.base, '/')).href } },
    invocations: [
      {
        executionSuccessful: unreadable.length === 0,
        ...(refused.length > 0 && { toolExecutionNotifications: refused }),
      },
    ],
    results: resultsOf(files, context),
  } satisfies Omit<Run, 'results'> & { results: Iterable<Result> };
}

function* resultsOf(files: readonly LintedFile[], { base }: SarifContext): Iterable<Result> {
  for (const file of files) {
    const artifactLocation = artifactOf(file, base);
    for (const finding of file.findings) yield resultOf(finding, artifactLocation);
  }
}

const levels: Readonly<Record<LintSeverity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

function resultOf({ rule, severity, message, range, fixes, related }: LintedFinding, place: ArtifactLocation): Result {
  const ruleIndex = ruleIndexes.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(range, place)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        ...locationOf(one.range, place),
        id,
        message: { text: one.message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, place)) }),
  };
}

function fixOf({ title, edits }: LintedFix, artifactLocation: ArtifactLocation): Fix {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    ...(newText !== '' && { insertedContent: { text: newText } }),
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

function locationOf(range: Range, artifactLocation: ArtifactLocation): Location {
  return { physicalLocation: { artifactLocation, region: regionOf(range) } };
}

/** Lines and columns count from one; the end column is the one behind the last character. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function artifactOf({ path: shown, full }: LintedFile, base: string): ArtifactLocation {
  if (full === undefined) return { uri: encodePath(shown) };
  const relative = pathWithin(base, full);
  return relative === undefined ? { uri: pathToFileURL(full).href } : { uri: encodePath(relative), uriBaseId: baseId };
}

function encodePath(relative: string): string {
  return relative.split('/').map(encodeURIComponent).join('/');
}

type Described = { readonly id: string; readonly summary: string; readonly severity: DiagnosticSeverity };

function descriptorOf({ id, summary, severity }: Described, { rulePages, pages }: SarifContext): ReportingDescriptor {
  const page = pages.get(id);
  return {
    id,
    // A name that only repeats the id is none.
    ...(id.includes('-') && { name: pascalCase(id) }),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: page === undefined ? { text: summary } : { text: page, markdown: page },
    ...(page !== undefined && { helpUri: pathToFileURL(path.join(rulePages, `${id}.md`)).href }),
    defaultConfiguration: { level: levels[severity === 'information' ? 'info' : severity] },
    properties: { tags: ['incident-docs'], 'problem.severity': problemSeverity[severity] },
  };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What GitHub sorts alerts by. */
const problemSeverity: Readonly<Record<DiagnosticSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'recommendation',
  hint: 'recommendation',
};

/** The ids of everything that a finding may name. */
export const describedIds: readonly string[] = described.map(({ id }) => id);
