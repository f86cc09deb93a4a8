import type { IncidentDocument } from '../kinds/incident-document';
import { proseOf } from '../language/prose';
import type { Block } from '../markdown/markdown-document';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { Span, TextEdit } from '../model/text';
import { rules } from './index';
import { proseContext } from './prose-context';
import type { Finding, Fix, LanguageRule, RuleContext } from './rule';

export interface ProseFinding {
  readonly rule: LanguageRule;
  readonly finding: Finding;
}

interface CheckedBlock {
  readonly kind: DocumentKindId;
  readonly conventions: Conventions;
  /** Spans are offsets into the block. */
  readonly findings: readonly ProseFinding[];
}

const nothing: readonly ProseFinding[] = [];

/** The last result a block; an edit keeps the blocks it did not touch, so only new ones are checked. */
const checkedBlocks = new WeakMap<Block, CheckedBlock>();

/** Findings of every language rule of this kind of document, at their place in the text. */
export function* checkProse(document: IncidentDocument, context: RuleContext): Iterable<ProseFinding> {
  const { blocks, starts } = document.markdown;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'blank') continue;
    const findings = findingsOf(block, document.kind, context.conventions);
    if (findings.length === 0) continue;
    const start = starts[index] ?? 0;
    for (const { rule, finding } of findings) yield { rule, finding: shiftFinding(finding, start) };
  }
}

function findingsOf(block: Block, kind: DocumentKindId, conventions: Conventions): readonly ProseFinding[] {
  const known = checkedBlocks.get(block);
  if (known !== undefined && known.kind === kind && known.conventions === conventions) return known.findings;
  const findings = checkBlock(block, kind, conventions);
  checkedBlocks.set(block, { kind, conventions, findings });
  return findings;
}

function checkBlock(block: Block, kind: DocumentKindId, conventions: Conventions): readonly ProseFinding[] {
  const prose = proseOf(block);
  if (prose === undefined) return nothing;
  const context = proseContext(prose, kind, conventions);
  const findings: ProseFinding[] = [];
  for (const rule of rules) {
    if (rule.scope !== 'prose' || !rule.appliesTo.includes(kind)) continue;
    for (const finding of rule.check(prose, context)) findings.push({ rule, finding });
  }
  return findings.length === 0 ? nothing : findings;
}

function shiftFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { fixes, related } = finding;
  return {
    ...finding,
    span: shiftSpan(finding.span, by),
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => shiftFix(fix, by)) }),
    ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, span: shiftSpan(one.span, by) })) }),
  };
}

function shiftFix(fix: Fix, by: number): Fix {
  return fix.kind === 'edit' ? { ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, by)) } : fix;
}

function shiftEdit({ span, newText }: TextEdit, by: number): TextEdit {
  return { span: shiftSpan(span, by), newText };
}

function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
