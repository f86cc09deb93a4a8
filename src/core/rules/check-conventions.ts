import { nearest } from '../kinds/near';
import { readConventions } from '../kinds/read-conventions';
import { readYamlTree, treeAt, type YamlTree } from '../kinds/yaml-tree';
import { isOfLexicon } from '../language/lexicon/categories';
import { mostPhrases, readTeamPhrase } from '../language/team-phrase';
import { message } from '../model/message';
import { rules } from './index';
import { findingOf } from './problems-of';
import type { CheckedFinding, Finding } from './rule';
import { isTooComplex, tooComplexFinding } from './too-complex';

/** No rule of a document: its findings stand in `.incidents.yml`. */
export const conventionsRule = {
  id: 'conventions',
  summary: 'The keys and values of .incidents.yml are known and readable.',
  severity: 'warning',
} as const;

/** Findings in the text of `.incidents.yml`, in order of their place. */
export function checkConventions(text: string): readonly CheckedFinding[] {
  if (isTooComplex(text)) return [{ ...tooComplexFinding(text), rule: 'too-complex', severity: 'warning' }];
  const { tree } = readYamlTree(text);
  const findings = [...readConventions(text).problems.map(findingOf), ...unknownRules(tree), ...idlePhrases(tree)];
  return findings
    .map((finding) => ({ ...finding, rule: conventionsRule.id, severity: conventionsRule.severity }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Levels and phrases for rules that are none; the schema leaves these keys open. */
function* unknownRules(tree: YamlTree | undefined): Iterable<Finding> {
  const ids = rules.map(({ id }) => id);
  for (const path of [['lint'], ['lint', 'phrases']]) {
    const settings = treeAt(tree, path);
    if (settings?.kind !== 'map') continue;
    const known = new Set(path.length === 1 ? [...ids, 'phrases', 'allow'] : ids);
    for (const { key, keySpan: span } of settings.entries) {
      if (known.has(key)) continue;
      const near = nearest(key, [...known]);
      if (near === undefined) yield { span, message: message('"{key}" is not a rule here.', { key }) };
      else
        yield {
          span,
          message: message('"{key}" is not a rule here. Near it: {near}.', { key, near }),
          fixes: [{ kind: 'edit', title: message('Change to {near}', { near }), edits: [{ span, newText: near }] }],
        };
    }
  }
}

/** Phrases that no rule looks for. */
function* idlePhrases(tree: YamlTree | undefined): Iterable<Finding> {
  const phrases = treeAt(tree, ['lint', 'phrases']);
  for (const { key, keySpan, value } of phrases?.kind === 'map' ? phrases.entries : []) {
    const hasWords = isOfLexicon(key);
    if (hasWords) yield* unreadPhrases(value);
    else if (rules.some(({ id }) => id === key))
      yield {
        span: keySpan,
        message: message('{rule} goes by no words; phrases for it have no effect.', { rule: key }),
      };
  }
  yield* unreadPhrases(treeAt(tree, ['lint', 'allow']));
}

function* unreadPhrases(list: YamlTree | undefined): Iterable<Finding> {
  if (list?.kind !== 'list') return;
  for (const [at, { span, ...item }] of list.items.entries()) {
    if (at === mostPhrases) {
      yield { span, message: message('Of a list of phrases the first {count} are read.', { count: mostPhrases }) };
      return;
    }
    if (item.kind !== 'scalar' || typeof item.value !== 'string' || readTeamPhrase(item.value) !== undefined) continue;
    yield { span, message: message('This is not read as a phrase; up to 12 words with "lead*", "a|b" and "…" are.') };
  }
}
