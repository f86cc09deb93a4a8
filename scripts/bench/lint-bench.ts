import { readDocument } from '../../src/core/kinds/index';
import type { MarkdownDocument } from '../../src/core/markdown/markdown-document';
import { readMarkdown } from '../../src/core/markdown/read-markdown';
import { updateMarkdown } from '../../src/core/markdown/update-markdown';
import { defaultConventions } from '../../src/core/model/conventions';
import { checkDocument } from '../../src/core/rules/check';
import { longReport } from './generate-corpus';

export { generateCorpus } from './generate-corpus';

/** From text to findings, nothing kept from the run before. */
export function lint(text: string): number {
  return check(readMarkdown(text));
}

/** What anyone would write first: one expression over the whole text. */
export function grep(text: string): number {
  return [...text.matchAll(causal)].length;
}

const causal =
  /\b(?:because(?: of)?|due to|caused|causing|causes?|as a result of|resulted in|led to|leads to|therefore|hence|root cause|probably|should have|could have|failed to|human error)\b/gi;

function check(markdown: MarkdownDocument): number {
  const document = readDocument(markdown, defaultConventions, 'incident-report');
  return document === undefined ? 0 : checkDocument(document, { conventions: defaultConventions }).length;
}

export interface Keystrokes {
  readonly step: string;
  /** Sorted, in milliseconds. */
  readonly times: readonly number[];
}

/** Types in the middle of a report of 10,000 rows, and does after each key all that the editor asks for. */
export function measureKeystrokes(count: number): { readonly bytes: number; readonly steps: readonly Keystrokes[] } {
  const text = longReport(10_000);
  let markdown = readMarkdown(text);
  check(markdown);
  const row = text.indexOf('| E5999 |');
  const place = text.lastIndexOf(' |', row - 2);
  const steps = { 'update blocks': [] as number[], 'read the report': [] as number[], 'check it': [] as number[] };
  const all: number[] = [];
  for (let key = 0; key < count; key++) {
    const at = place + key;
    const begin = performance.now();
    markdown = updateMarkdown(markdown, [{ start: at, end: at, newText: 'because of '.charAt(key % 11) }]);
    const updated = performance.now();
    const document = readDocument(markdown, defaultConventions, 'incident-report');
    const read = performance.now();
    if (document !== undefined) checkDocument(document, { conventions: defaultConventions });
    const end = performance.now();
    steps['update blocks'].push(updated - begin);
    steps['read the report'].push(read - updated);
    steps['check it'].push(end - read);
    all.push(end - begin);
  }
  const sorted = Object.entries({ ...steps, 'all of it': all }).map(([step, times]) => ({
    step,
    times: times.toSorted((one, other) => one - other),
  }));
  return { bytes: Buffer.byteLength(text), steps: sorted };
}

export interface Growth {
  readonly input: string;
  readonly milliseconds: number;
  /** How many times as long twice the text takes. */
  readonly ratio: number;
}

/** Inputs that slow linters down, at one size and at twice that size. */
export function measureGrowth(): readonly Growth[] {
  return Object.entries(hostile).map(([input, make]) => {
    const [small, large] = [make(100_000), make(200_000)];
    const times = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 7; round++) {
      times.small = Math.min(times.small, timeOf(small));
      times.large = Math.min(times.large, timeOf(large));
    }
    return { input, milliseconds: times.small, ratio: times.large / times.small };
  });
}

function timeOf(text: string): number {
  const start = performance.now();
  lint(text);
  return performance.now() - start;
}

/** Each of about `size` characters. */
const hostile: Readonly<Record<string, (size: number) => string>> = {
  'one long line': (size) => 'The rate rose because of the deploy and '.repeat(size / 40),
  'one giant paragraph': (size) => 'The rate rose\nbecause of the deploy. '.repeat(size / 36),
  'only cue words': (size) => 'because due to caused therefore '.repeat(size / 32),
  'only quotation marks': (size) => '"'.repeat(size),
  'opening quotes': (size) => 'He said "it was '.repeat(size / 16),
  'emphasis that never closes': (size) => '*a_ '.repeat(size / 4),
  'brackets that never close': (size) => '[a]('.repeat(size / 4),
  'nested lists': (size) =>
    Array.from({ length: size / 30 }, (_, at) => `${'  '.repeat(at % 9)}- because of the deploy`).join('\n'),
  'nested quotes': (size) => '> '.repeat(size / 2),
  'code marks of every length': (size) =>
    Array.from({ length: size / 24 }, (_, at) => `${'`'.repeat(1 + (at % 40))} a `).join(''),
  'rows with too many cells': (size) =>
    `## Timeline\n\n| Time | Event |\n| --- | --- |\n${'| 14:05 | a | b | c |\n'.repeat(size / 21)}`,
  'suppressions without an end': (size) => '<!-- incident-docs-disable\n'.repeat(size / 27),
};
