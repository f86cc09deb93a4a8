import { readFileSync } from 'node:fs';
import { proseOf } from '../../src/core/language/prose';
import { matcherFor } from '../../src/core/language/team-phrases';
import { readMarkdown } from '../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../src/core/model/conventions';
import type { DocumentKindId } from '../../src/core/model/incident';
import type { Span } from '../../src/core/model/text';
import { rules } from '../../src/core/rules/index';
import type { ProseContext } from '../../src/core/rules/rule';
import { type LabelledSentence, parseSentence } from './labelled-sentence';

/** Rules by the category whose sentences they are to find; any other name is its own. */
const rulesOf: Readonly<Record<string, readonly string[]>> = {
  causal: ['causal-language'],
  speculative: ['speculation'],
  evaluative: ['evaluation'],
  counterfactual: ['counterfactual'],
  hindsight: ['hindsight'],
  remediation: ['remediation'],
  blame: ['blame'],
  human_error: ['human-error'],
  weak_finding: ['negative-descriptor', 'empty-remedy'],
};

/** Categories that are judged as one: any of their rules on a sentence of any of them is a hit. */
const together: Readonly<Record<string, readonly string[]>> = {
  'all of the report': ['causal', 'speculative', 'evaluative', 'counterfactual', 'hindsight'],
  'all of the postmortem': ['blame', 'human_error', 'weak_finding', 'counterfactual', 'hindsight'],
};

interface Judged {
  readonly sentence: LabelledSentence;
  /** Spans of findings by rule. */
  readonly found: ReadonlyMap<string, readonly Span[]>;
}

interface Score {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
  /** Hits whose span overlaps the labelled one. */
  readonly inPlace: number;
}

/** Prints the figures of every category that has rules, those by source, and each sentence on which rule and label differ. */
export function evaluate(file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const judged = lines.filter((line) => line.trim() !== '').map((line) => judge(parseSentence(JSON.parse(line))));
  console.log(`${file}: ${judged.length} sentences\n`);
  const categories = Object.keys(rulesOf).filter((category) => hasRule(category));
  for (const category of categories) report(category, judged);
  for (const [name, members] of Object.entries(together)) reportTogether(name, members, judged);
}

function hasRule(category: string): boolean {
  return rules.some(({ id }) => rulesOf[category]?.includes(id));
}

function judge(sentence: LabelledSentence): Judged {
  const kind: DocumentKindId = sentence.isOfPostmortem ? 'postmortem' : 'incident-report';
  const found = new Map<string, Span[]>();
  const { blocks, starts } = readMarkdown(sentence.text);
  for (const [index, block] of blocks.entries()) {
    const prose = proseOf(block);
    if (prose === undefined) continue;
    const cues = matcherFor(defaultConventions.lint, kind, 'en').cuesIn(prose);
    const context: ProseContext = { kind, language: 'en', conventions: defaultConventions, cues };
    for (const rule of rules) {
      if (rule.scope !== 'prose' || !rule.appliesTo.includes(kind)) continue;
      for (const { span } of rule.check(prose, context)) {
        const start = starts[index] ?? 0;
        const spans = found.get(rule.id) ?? [];
        found.set(rule.id, [...spans, { start: start + span.start, end: start + span.end }]);
      }
    }
  }
  return { sentence, found };
}

function report(category: string, judged: readonly Judged[]): void {
  const all = scoreOf(category, judged);
  if (all.hits + all.misses === 0) return;
  console.log(`${category}: ${figures(all)}, in place ${share(all.inPlace, all.hits)}`);
  const otherwise = judged.filter(
    ({ sentence, found }) =>
      sentence.isFlagged && sentence.category !== category && spansOf(category, found).length > 0,
  ).length;
  console.log(`  of ${all.falseAlarms} false alarms ${otherwise} stand in sentences of another category`);
  for (const source of new Set(judged.map(({ sentence }) => sentence.source))) {
    const part = judged.filter(({ sentence }) => sentence.source === source);
    console.log(`  ${source}: ${figures(scoreOf(category, part))}`);
  }
  for (const { sentence, found } of judged) {
    const isExpected = sentence.category === category;
    const spans = spansOf(category, found);
    if (isExpected === spans.length > 0) continue;
    const words = isExpected ? sentence.cue : spans.map(({ start, end }) => sentence.text.slice(start, end)).join(', ');
    console.log(`  ${isExpected ? 'missed' : 'false '} ${sentence.id} (${words}) ${oneLine(sentence.text)}`);
  }
  console.log('');
}

function reportTogether(name: string, members: readonly string[], judged: readonly Judged[]): void {
  const isOfReport = name.endsWith('report');
  const rows = judged
    .filter(({ sentence }) => sentence.isOfPostmortem !== isOfReport)
    .map(({ sentence, found }) => {
      const spans = members.flatMap((member) => spansOf(member, found));
      const isHit = members.includes(sentence.category);
      return {
        sentence: { ...sentence, category: isHit ? name : sentence.category },
        found: new Map([[name, spans]]),
      };
    });
  if (rows.length === 0) return;
  console.log(`${name}: ${figures(scoreOf(name, rows))}`);
  for (const source of new Set(rows.map(({ sentence }) => sentence.source))) {
    console.log(
      `  ${source}: ${figures(
        scoreOf(
          name,
          rows.filter(({ sentence }) => sentence.source === source),
        ),
      )}`,
    );
  }
  const drawn = rows.filter(({ sentence }) => sentence.id.startsWith('r'));
  console.log(`  ids with r: ${figures(scoreOf(name, drawn))}\n`);
}

function scoreOf(category: string, judged: readonly Judged[]): Score {
  let [hits, falseAlarms, misses, inPlace] = [0, 0, 0, 0];
  for (const { sentence, found } of judged) {
    const spans = spansOf(category, found);
    const { span } = sentence;
    if (sentence.category !== category) falseAlarms += spans.length > 0 ? 1 : 0;
    else if (spans.length === 0) misses++;
    else {
      hits++;
      if (span !== undefined && spans.some(({ start, end }) => start < span.end && span.start < end)) inPlace++;
    }
  }
  return { hits, falseAlarms, misses, inPlace };
}

function spansOf(category: string, found: ReadonlyMap<string, readonly Span[]>): readonly Span[] {
  return (rulesOf[category] ?? [category]).flatMap((id) => found.get(id) ?? []);
}

function figures({ hits, falseAlarms, misses }: Score): string {
  const f1 = share(2 * hits, 2 * hits + falseAlarms + misses);
  return `P ${share(hits, hits + falseAlarms)} R ${share(hits, hits + misses)} F1 ${f1} (${hits + misses})`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 240);
}
