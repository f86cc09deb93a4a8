import { nearest } from '../kinds/near';
import { readConventions } from '../kinds/read-conventions';
import { readYamlTree, treeAt } from '../kinds/yaml-tree';
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
  const findings = [...readConventions(text).problems.map(findingOf), ...unknownRules(text)];
  return findings
    .map((finding) => ({ ...finding, rule: conventionsRule.id, severity: conventionsRule.severity }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Levels and phrases for rules that are none; the schema leaves these keys open. */
function* unknownRules(text: string): Iterable<Finding> {
  const ids = rules.map(({ id }) => id);
  const { tree } = readYamlTree(text);
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
