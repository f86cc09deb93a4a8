import type { IncidentDocument } from '../kinds/incident-document';
import type { Conventions, RuleLevel } from '../model/conventions';
import { isOpen } from '../model/incident';
import type { DiagnosticSeverity, Rule } from './rule';

const byGravity: readonly DiagnosticSeverity[] = ['error', 'warning', 'information', 'hint'];

/** 0 is the gravest. */
export function gravityOf(severity: DiagnosticSeverity): number {
  return byGravity.indexOf(severity);
}

export function weakerOf(a: DiagnosticSeverity, b: DiagnosticSeverity): DiagnosticSeverity {
  return gravityOf(a) >= gravityOf(b) ? a : b;
}

/**
 * What a rule's findings weigh in this document: the team's level, lowered while the incident is open.
 * Nothing where the rule is silent.
 */
export function ruleSeverity(
  rule: Rule,
  document: IncidentDocument,
  { conventions, strict }: { readonly conventions: Conventions; readonly strict?: boolean },
): DiagnosticSeverity | undefined {
  const level = levelOf(rule, conventions);
  if (level === 'off') return undefined;
  const severity = level === 'info' ? 'information' : level;
  if (strict === true || document.kind !== 'incident-report' || !isOpen(document.status)) return severity;
  const whileOpen = whileOpenOf(rule);
  if (whileOpen === 'silent') return undefined;
  return whileOpen === 'information' ? weakerOf(severity, 'information') : severity;
}

function whileOpenOf(rule: Rule): 'silent' | 'information' | undefined {
  if (rule.scope === 'prose') return 'information';
  return rule.scope === 'document' ? rule.whileOpen : undefined;
}

/** What the team set for the rule, else its own severity. */
export function levelOf(rule: Rule, conventions: Conventions): RuleLevel {
  const levels = conventions.lint.rules;
  const level = Object.hasOwn(levels, rule.id) ? levels[rule.id] : undefined;
  return level ?? (rule.severity === 'information' ? 'info' : rule.severity);
}
