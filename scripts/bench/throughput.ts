import { Parser } from 'commonmark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import writeGood from 'write-good';
import { readDocument } from '../../src/core/kinds/index';
import { readMarkdown } from '../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../src/core/model/conventions';
import { checkDocument } from '../../src/core/rules/check';
import { generateReport } from './generate-report';

export interface Measurement {
  readonly name: string;
  /** The first run, before the engine has compiled anything. */
  readonly first: number;
  /** Median of the runs after it. */
  readonly milliseconds: number;
  readonly megabytesPerSecond: number;
}

const shortestRun = 700;

/** Readers and linters on the same text in one run, so that their ratio means something on any machine. */
export function measureThroughput(kilobytes: number): {
  readers: readonly Measurement[];
  linters: readonly Measurement[];
} {
  const text = generateReport(kilobytes);
  const remark = unified().use(remarkParse);
  const remarkWithTables = unified().use(remarkParse).use(remarkGfm);
  return {
    readers: [
      measure('incident-docs reader', text, () => readMarkdown(text)),
      measure('commonmark.js', text, () => new Parser().parse(text)),
      measure('remark-parse', text, () => remark.parse(text)),
      measure('remark-parse + gfm', text, () => remarkWithTables.parse(text)),
    ],
    linters: [
      measure('incident-docs lint', text, () => lint(text)),
      measure('write-good', text, () => writeGood(text)),
    ],
  };
}

/** From text to findings, nothing kept from the run before. */
function lint(text: string): number {
  const document = readDocument(readMarkdown(text), defaultConventions);
  if (document === undefined) throw new Error('The generated text is not read as a report.');
  return checkDocument(document, { conventions: defaultConventions }).length;
}

function measure(name: string, text: string, work: () => unknown): Measurement {
  const first = timeOf(work);
  const runs: number[] = [];
  const begin = performance.now();
  while (runs.length < 3 || performance.now() - begin < shortestRun) {
    runs.push(timeOf(work));
  }
  const milliseconds = runs.toSorted((one, other) => one - other)[Math.floor(runs.length / 2)] ?? 0;
  return { name, first, milliseconds, megabytesPerSecond: Buffer.byteLength(text) / 1000 / milliseconds };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
