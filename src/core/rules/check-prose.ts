import type { IncidentDocument } from '../kinds/incident-document';
import type { PackLanguage } from '../language/languages';
import type { Matcher } from '../language/matcher';
import { type Prose, proseOf } from '../language/prose';
import { matcherFor } from '../language/team-phrases';
import { type BlockCache, createBlockCache, type MakeValue } from '../markdown/block-cache';
import type { Conventions } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { Span, TextEdit } from '../model/text';
import { rules } from './index';
import type { Finding, Fix, LanguageRule, ProseContext, RuleContext } from './rule';

export interface ProseFinding {
  readonly rule: LanguageRule;
  readonly finding: Finding;
}

const nothing: readonly ProseFinding[] = [];

interface LanguageRules {
  readonly all: readonly LanguageRule[];
  readonly beyondCues: readonly LanguageRule[];
}

const languageRules: Readonly<Record<DocumentKindId, LanguageRules>> = {
  'incident-report': languageRulesOf('incident-report'),
  postmortem: languageRulesOf('postmortem'),
};

function languageRulesOf(kind: DocumentKindId): LanguageRules {
  const all = rules.filter((rule): rule is LanguageRule => rule.scope === 'prose' && rule.appliesTo.includes(kind));
  return { all, beyondCues: all.filter(({ looksBeyondCues }) => looksBeyondCues === true) };
}

type Caches = Partial<Record<`${PackLanguage} ${DocumentKindId}`, BlockCache<readonly ProseFinding[]>>>;

/** Findings with the offsets of their block; an edit keeps the blocks it did not touch, so only new ones are checked. */
const cachesOfTeams = new WeakMap<Conventions, Caches>();

function cacheOf(conventions: Conventions, kind: DocumentKindId, language: PackLanguage) {
  const caches = cachesOfTeams.get(conventions) ?? {};
  cachesOfTeams.set(conventions, caches);
  const use = `${language} ${kind}` as const;
  caches[use] ??= createBlockCache(checkBlocks(conventions, { kind, language }));
  return caches[use];
}

/** Gives `found` each finding of every language rule of this kind of document, with the offset of its block. */
export function checkProse(
  { kind, markdown }: IncidentDocument,
  { conventions, language }: Pick<RuleContext, 'conventions'> & { readonly language: PackLanguage },
  found: (finding: ProseFinding, start: number) => void,
): void {
  const findings = cacheOf(conventions, kind, language)(markdown);
  for (let index = 0; index < findings.length; index++) {
    const ofBlock = findings[index] ?? nothing;
    if (ofBlock === nothing) continue;
    for (const one of ofBlock) found(one, markdown.starts[index] ?? 0);
  }
}

/** The check of a block, for which the lexicon is compiled when the first one is checked. */
function checkBlocks(
  conventions: Conventions,
  { kind, language }: { readonly kind: DocumentKindId; readonly language: PackLanguage },
): MakeValue<readonly ProseFinding[]> {
  const { all, beyondCues } = languageRules[kind];
  let matcher: Matcher | undefined;
  return (block, text, start) => {
    const prose = proseOf(block, { text, start });
    if (prose === undefined) return nothing;
    matcher ??= matcherFor(conventions.lint, kind, language);
    const cues = matcher.cuesIn(prose);
    const context: ProseContext = { kind, language, conventions, cues };
    return findingsIn(prose, context, cues.length === 0 ? beyondCues : all);
  };
}

function findingsIn(prose: Prose, context: ProseContext, rules: readonly LanguageRule[]): readonly ProseFinding[] {
  let findings: ProseFinding[] | undefined;
  for (const rule of rules) {
    for (const finding of rule.check(prose, context)) {
      findings ??= [];
      findings.push({ rule, finding });
    }
  }
  return findings ?? nothing;
}

/** A finding of a block, put to its place in the document. */
export function shiftFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { span, message, severity, fixes, related } = finding;
  const moved: { -readonly [Key in keyof Finding]: Finding[Key] } = { span: shiftSpan(span, by), message };
  if (severity !== undefined) moved.severity = severity;
  if (fixes !== undefined) moved.fixes = fixes.some(hasEdits) ? fixes.map((fix) => shiftFix(fix, by)) : fixes;
  if (related !== undefined) moved.related = related.map((one) => ({ ...one, span: shiftSpan(one.span, by) }));
  return moved;
}

function hasEdits({ kind }: Fix): boolean {
  return kind === 'edit';
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
