import type { IncidentDocument } from '../kinds/incident-document';
import { packLanguageOf } from '../language/languages';
import { isOfLexicon } from '../language/lexicon/categories';
import { checkProse, shiftFinding } from './check-prose';
import { rules } from './index';
import { languageOf } from './language-of';
import { keepOnePerSpan, type RankedFinding } from './one-per-span';
import type { CheckedFinding, DiagnosticSeverity, Finding, LanguageRule, Rule, RuleContext } from './rule';
import { settledUnused } from './settled-unused';
import { ruleSeverity, weakerOf } from './severity';
import { type Suppressions, suppressionsOf } from './suppressions';
import { isTooComplex, tooComplex } from './too-complex';

export interface CheckContext extends RuleContext {
  /** Full severity whatever the incident's status. */
  readonly strict?: boolean;
}

/** All findings in order of their place, suppressed ones left out, one a span. Never throws on what a user wrote. */
export function checkDocument(document: IncidentDocument, context: CheckContext): readonly CheckedFinding[] {
  const active = activeRules(document, context);
  if (isTooComplex(document.markdown.text)) {
    return active
      .filter(({ rule }) => rule === tooComplex)
      .flatMap((one) => [...tooComplex.check(document, context)].map((finding) => stamp(finding, one)));
  }
  const findings = [...proseFindings(document, context, active), ...documentFindings(document, context, active)];
  const suppressions = suppressionsOf(document.markdown);
  const kept = findings.filter((finding) => !suppressions.isSuppressed(finding.rule, finding.span.start));
  const unused = suppressionFindings(document, context, { active, suppressions });
  return keepOnePerSpan([...kept, ...unused]).map(withoutRank);
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: DiagnosticSeverity;
  /** Place in the registry, the most specific first. */
  readonly rank: number;
}

function activeRules(document: IncidentDocument, context: CheckContext): readonly ActiveRule[] {
  return rules.flatMap((rule, rank) => {
    if (!rule.appliesTo.includes(document.kind)) return [];
    const severity = ruleSeverity(rule, document, context);
    return severity === undefined ? [] : [{ rule, severity, rank }];
  });
}

function documentFindings(document: IncidentDocument, context: RuleContext, active: readonly ActiveRule[]) {
  const findings: RankedFinding[] = [];
  for (const one of active) {
    if (one.rule.scope !== 'document') continue;
    for (const finding of one.rule.check(document, context)) findings.push(stamp(finding, one));
  }
  return findings;
}

function proseFindings(document: IncidentDocument, context: RuleContext, active: readonly ActiveRule[]) {
  const byRule = new Map<LanguageRule, ActiveRule>();
  const pack = packLanguageOf(languageOf(document, context.conventions));
  for (const one of active) {
    if (one.rule.scope === 'prose' && (pack !== undefined || !isOfLexicon(one.rule.id))) byRule.set(one.rule, one);
  }
  const findings: RankedFinding[] = [];
  if (byRule.size === 0) return findings;
  const { conventions } = context;
  checkProse(document, { conventions, language: pack ?? 'en' }, ({ rule, finding }, start) => {
    const one = byRule.get(rule);
    if (one !== undefined) findings.push(stamp(shiftFinding(finding, start), one));
  });
  return findings;
}

/** One that is suppressed by a comment for all rules would always be, were it that very comment. */
function suppressionFindings(
  document: IncidentDocument,
  context: CheckContext,
  { active, suppressions }: { readonly active: readonly ActiveRule[]; readonly suppressions: Suppressions },
): readonly RankedFinding[] {
  const findings: RankedFinding[] = [];
  for (const one of active) {
    if (one.rule.scope !== 'suppression') continue;
    const unused = settledUnused(suppressions.unused(), { document, context, asked: active.map(({ rule }) => rule) });
    for (const finding of one.rule.check(unused, { text: document.markdown.text, ruleIds })) {
      if (!suppressions.isSuppressedByName(one.rule.id, finding.span.start)) findings.push(stamp(finding, one));
    }
  }
  return findings;
}

const ruleIds = rules.map(({ id }) => id);

/** Written out, as is `withoutRank`: a long report may have thousands of findings. */
function stamp({ span, message, severity, fixes, related }: Finding, one: ActiveRule): RankedFinding {
  const { rule, rank } = one;
  const ranked: { -readonly [Key in keyof RankedFinding]: RankedFinding[Key] } = {
    rule: rule.id,
    severity: severity === undefined ? one.severity : weakerOf(one.severity, severity),
    span,
    message,
    rank,
    isProse: rule.scope === 'prose',
    coversProse: rule.scope === 'document' && rule.coversLanguage === true,
  };
  if (fixes !== undefined) ranked.fixes = fixes;
  if (related !== undefined) ranked.related = related;
  return ranked;
}

function withoutRank({ rule, severity, span, message, fixes, related }: RankedFinding): CheckedFinding {
  const finding: { -readonly [Key in keyof CheckedFinding]: CheckedFinding[Key] } = { rule, severity, span, message };
  if (fixes !== undefined) finding.fixes = fixes;
  if (related !== undefined) finding.related = related;
  return finding;
}
