import type { Conventions } from '../model/conventions';
import { applyEdits, type TextEdit } from '../model/text';
import type { CheckedFinding } from '../rules/rule';
import { editBetween, fixText, safeEdits } from './fix-text';

/** A comment that suppresses nothing yet may have been written before its line; saving does not take it away. */
const notOnSave: ReadonlySet<string> = new Set(['unused-suppression']);

/** Edits that fix every finding of one rule, as far as its fixes need no look; none where that is fewer than two. */
export function fixAllOf(rule: string, findings: readonly CheckedFinding[]): readonly TextEdit[] {
  const fixes = safeEdits(findings.filter((finding) => finding.rule === rule));
  return fixes.length < 2 ? [] : fixes.flat();
}

/** Edits of all fixes that need no look and may be applied when a document is saved. */
export async function fixAllOnSave(
  {
    path,
    text,
    findings,
  }: { readonly path: string; readonly text: string; readonly findings: readonly CheckedFinding[] },
  conventions: Conventions,
): Promise<readonly TextEdit[]> {
  const edits = safeEdits(findings.filter(({ rule }) => !notOnSave.has(rule))).flat();
  if (edits.length === 0) return [];
  const after = applyEdits(text, edits);
  const fixed = await fixText(path, after, { conventions, except: notOnSave });
  return fixed === undefined || fixed.text === after ? edits : [editBetween(text, fixed.text)];
}
