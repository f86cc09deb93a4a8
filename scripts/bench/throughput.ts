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
  /** Median over the rounds. */
  readonly milliseconds: number;
  readonly megabytesPerSecond: number;
}

type Contestants = Readonly<Record<string, () => unknown>>;

const fewestRounds = 7;
const shortestRace = 2000;
const batch = 20;

/** Readers and linters on the same text in one run, so that their ratio means something on any machine. */
export function measureThroughput(kilobytes: number): {
  readers: readonly Measurement[];
  linters: readonly Measurement[];
} {
  const text = generateReport(kilobytes);
  const remark = unified().use(remarkParse);
  const remarkWithTables = unified().use(remarkParse).use(remarkGfm);
  return {
    readers: race(text, {
      'incident-docs reader': () => readMarkdown(text),
      'commonmark.js': () => new Parser().parse(text),
      'remark-parse': () => remark.parse(text),
      'remark-parse + gfm': () => remarkWithTables.parse(text),
    }),
    linters: race(text, {
      'incident-docs lint': () => lint(text),
      'write-good': () => writeGood(text),
    }),
  };
}

/** From text to findings, nothing kept from the run before. */
function lint(text: string): number {
  const document = readDocument(readMarkdown(text), defaultConventions);
  if (document === undefined) throw new Error('The generated text is not read as a report.');
  return checkDocument(document, { conventions: defaultConventions }).length;
}

/** The contestants take turns, so that whatever else the machine does slows them all alike. */
function race(text: string, contestants: Contestants): readonly Measurement[] {
  const lanes = Object.entries(contestants).map(([name, work]) => ({
    name,
    work,
    first: timeOf(work),
    times: [] as number[],
  }));
  const begin = performance.now();
  for (let round = 0; round < fewestRounds || performance.now() - begin < shortestRace; round += 1) {
    for (const { work, times } of lanes) times.push(meanOfBatch(work));
  }
  return lanes.map(({ name, first, times }) => {
    const milliseconds = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
    return { name, first, milliseconds, megabytesPerSecond: Buffer.byteLength(text) / 1000 / milliseconds };
  });
}

/** As often as fits in 20 ms, at least once. */
function meanOfBatch(work: () => unknown): number {
  const begin = performance.now();
  let runs = 0;
  do {
    work();
    runs += 1;
  } while (performance.now() - begin < batch);
  return (performance.now() - begin) / runs;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
