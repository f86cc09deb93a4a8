import { ambiguousCommit } from './ambiguous-commit';
import { analysisSectionInReport } from './analysis-section-in-report';
import { blame } from './blame';
import { brokenReference } from './broken-reference';
import { brokenTable } from './broken-table';
import { causalLanguage } from './causal-language';
import { cellCount } from './cell-count';
import { commitAfterImpact } from './commit-after-impact';
import { counterfactual } from './counterfactual';
import { duplicateId } from './duplicate-id';
import { emptyRemedy } from './empty-remedy';
import { emptySection } from './empty-section';
import { evaluation } from './evaluation';
import { frontMatter } from './front-matter';
import { hindsight } from './hindsight';
import { humanError } from './human-error';
import { languageNotSupported } from './language-not-supported';
import { mergeConflict } from './merge-conflict';
import { milestoneOrder } from './milestone-order';
import { missingEvidence } from './missing-evidence';
import { missingMilestone } from './missing-milestone';
import { missingSection } from './missing-section';
import { negativeDescriptor } from './negative-descriptor';
import { notInRelease } from './not-in-release';
import { outsideWindow } from './outside-window';
import { overstatedScope } from './overstated-scope';
import { placeholder } from './placeholder';
import { remediation } from './remediation';
import type { Rule } from './rule';
import { silence } from './silence';
import { singleCause } from './single-cause';
import { speculation } from './speculation';
import { timeFormat } from './time-format';
import { timeOrder } from './time-order';
import { timeZone } from './time-zone';
import { tooComplex } from './too-complex';
import { unknownCommit } from './unknown-commit';
import { unknownKind } from './unknown-kind';
import { unknownSystem } from './unknown-system';
import { unusedSuppression } from './unused-suppression';
import { vagueQuantity } from './vague-quantity';

/** Every rule; of two that say something of one span the earlier one wins at equal severity, so the more specific stand first. */
export const rules: readonly Rule[] = [
  tooComplex,
  languageNotSupported,
  mergeConflict,
  placeholder,
  frontMatter,
  brokenTable,
  cellCount,
  timeFormat,
  timeZone,
  milestoneOrder,
  timeOrder,
  outsideWindow,
  unknownKind,
  duplicateId,
  brokenReference,
  unknownCommit,
  ambiguousCommit,
  commitAfterImpact,
  notInRelease,
  analysisSectionInReport,
  missingMilestone,
  missingSection,
  emptySection,
  silence,
  missingEvidence,
  unknownSystem,
  counterfactual,
  hindsight,
  humanError,
  blame,
  negativeDescriptor,
  emptyRemedy,
  singleCause,
  speculation,
  causalLanguage,
  evaluation,
  remediation,
  overstatedScope,
  vagueQuantity,
  unusedSuppression,
];
