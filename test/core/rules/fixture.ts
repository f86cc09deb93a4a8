import type { DocumentKindId } from '../../../src/core/model/incident';
import type { DiagnosticSeverity } from '../../../src/core/rules/rule';

/** A document of a fixture, markers taken out, with what they expect of it. */
export interface FixtureDocument {
  readonly title: string;
  /** Zero-based line of the fixture at which the text begins. */
  readonly fixtureLine: number;
  readonly text: string;
  readonly as?: DocumentKindId;
  readonly strict: boolean;
  readonly path?: string;
  /** A rule that may speak up where a fix has been applied. */
  readonly leaves?: string;
  readonly expectations: readonly Expectation[];
}

export interface Expectation {
  /** Zero-based line of the document's text. */
  readonly line: number;
  /** Absent: the fixture's own rule. */
  readonly rule?: string;
  readonly text?: string;
  readonly severity?: DiagnosticSeverity;
  readonly says?: string;
  /** The lines that stand there after the fix; none where the line is gone. */
  readonly fixed?: readonly string[];
}

type Draft = { -readonly [Key in keyof Expectation]: Expectation[Key] };

const documentLine = /^<!-- document:\s*(.*?)\s*(?:\(([^()]*)\)\s*)?-->\s*$/;
const marker = /[ \t]*<!-- (expect|says|fixed):(.*?)-->/g;
const expectation = /^\s*([a-z][a-z-]*)??\s*("(.*)")?\s*(error|warning|information|hint)?\s*$/;

/** Reads a fixture file by the grammar of README.md; throws on a marker that it cannot read. */
export function readFixture(source: string): readonly FixtureDocument[] {
  const lines = source.split('\n');
  const heads = lines.flatMap((line, index) => (documentLine.test(line) ? [index] : []));
  if (heads.length === 0) return [readDocumentAt(lines, 0, { title: 'the whole file', options: [] })];
  return heads.map((head, index) => {
    const [, title = '', options = ''] = documentLine.exec(lines[head] ?? '') ?? [];
    const body = lines.slice(head + 1, heads[index + 1]);
    return readDocumentAt(body, head + 1, { title, options: options.split(',').map((option) => option.trim()) });
  });
}

function readDocumentAt(
  lines: readonly string[],
  fixtureLine: number,
  { title, options }: { title: string; options: readonly string[] },
): FixtureDocument {
  const kept: string[] = [];
  const expectations: Draft[] = [];
  for (const [index, line] of lines.entries()) {
    const markers = [...line.matchAll(marker)];
    const rest = line.replace(marker, '');
    const isLeadingBlank = kept.length === 0 && rest.trim() === '';
    if (!isLeadingBlank && (markers.length === 0 || rest.trim() !== '')) kept.push(rest);
    for (const [, name, content = ''] of markers) {
      const where = `line ${fixtureLine + index + 1}`;
      if (name === 'expect') expectations.push({ line: kept.length - 1, ...readExpectation(content, where) });
      else addDetail(expectations.at(-1), name ?? '', { content, where });
    }
  }
  const path = optionOf(options, 'path');
  const leaves = optionOf(options, 'leaves');
  const as = options.find((option) => option === 'incident-report' || option === 'postmortem');
  return {
    title,
    fixtureLine,
    text: kept.join('\n'),
    ...(as === undefined ? {} : { as }),
    strict: options.includes('strict'),
    ...(path === undefined ? {} : { path }),
    ...(leaves === undefined ? {} : { leaves }),
    expectations,
  };
}

function optionOf(options: readonly string[], name: string): string | undefined {
  return options
    .find((option) => option.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();
}

function readExpectation(content: string, where: string): Omit<Draft, 'line'> {
  const match = expectation.exec(content);
  if (match === null) throw new Error(`Unreadable expectation in ${where}: ${content}`);
  const [, rule, quoted, text, severity] = match;
  return {
    ...(rule === undefined ? {} : { rule }),
    ...(quoted === undefined ? {} : { text: (text ?? '').replaceAll('\\n', '\n') }),
    ...(severity === undefined ? {} : { severity: severity as DiagnosticSeverity }),
  };
}

function addDetail(draft: Draft | undefined, name: string, { content, where }: { content: string; where: string }) {
  if (draft === undefined) throw new Error(`A marker "${name}" without an expectation above it in ${where}`);
  const text = content.trim();
  if (name === 'says') draft.says = text;
  else draft.fixed = [...(draft.fixed ?? []), ...(text === '' ? [] : [text])];
}
