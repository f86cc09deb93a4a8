import { applyEdits, type TextEdit } from '../model/text';
import type { CheckedFinding } from '../rules/rule';
import { type CheckedFile, type CheckOptions, checkText } from './check-files';

export interface FixedFile extends CheckedFile {
  /** With what was fixed. */
  readonly text: string;
  /** How many fixes were applied. */
  readonly fixed: number;
}

/** A fix may make room for another; what is still not stable by then stays as a finding. */
const maxPasses = 10;

export interface FixOptions extends CheckOptions {
  /** Rules whose fixes are left out. */
  readonly except?: ReadonlySet<string>;
}

/** Applies the fixes that need no look until none is left; the findings are those of the fixed text. */
export async function fixText(path: string, text: string, options: FixOptions): Promise<FixedFile | undefined> {
  let checked = await checkText(path, text, options);
  if (checked === undefined) return undefined;
  let fixed = 0;
  for (let pass = 0; pass < maxPasses; pass++) {
    const chosen = safeEdits(checked.findings.filter(({ rule }) => options.except?.has(rule) !== true));
    if (chosen.length === 0) break;
    const after = await checkText(path, applyEdits(checked.text, chosen.flat()), options);
    // A fix that makes another document of it is none.
    if (after === undefined || after.kind !== checked.kind || after.text === checked.text) break;
    checked = after;
    fixed += chosen.length;
  }
  return { ...checked, fixed };
}

/** Edits of the first safe fix a finding, where they stay clear of those before them. */
export function safeEdits(findings: readonly CheckedFinding[]): readonly (readonly TextEdit[])[] {
  const candidates = findings.flatMap(({ fixes = [] }) => {
    const safe = fixes.find((fix) => fix.kind === 'edit' && fix.isSafe === true);
    return safe?.kind === 'edit' && safe.edits.length > 0 ? [extentOf(safe.edits)] : [];
  });
  let taken = -1;
  return candidates
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }) => {
      const isClear = start > taken;
      if (isClear) taken = end;
      return isClear;
    })
    .map(({ edits }) => edits);
}

function extentOf(edits: readonly TextEdit[]) {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { span } of edits) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { edits, start, end };
}

/** The one edit that leads from one text to the other: all between what both begin and end with. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
