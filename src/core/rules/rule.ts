import type { IncidentDocument } from '../kinds/incident-document';
import type { Cue } from '../language/cue';
import type { PackLanguage } from '../language/languages';
import type { Prose } from '../language/prose';
import type { CommitLookup } from '../model/commit';
import type { Conventions, ConventionsList } from '../model/conventions';
import type { DocumentKindId } from '../model/incident';
import type { Message } from '../model/message';
import type { Span, TextEdit } from '../model/text';
import type { ReportSummary } from '../workspace/incident-summary';
import type { UnusedSuppression } from './suppressions';

export type DiagnosticSeverity = 'error' | 'warning' | 'information' | 'hint';

/**
 * What a rule says about a span. Rules neither name themselves nor choose a severity per finding
 * unless a weaker one than the rule's own fits; `check` stamps both.
 */
export interface Finding {
  readonly span: Span;
  readonly message: Message;
  readonly severity?: DiagnosticSeverity;
  /** The preferred fix first. */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly span: Span; readonly message: Message }[];
}

export type Fix =
  /** Edits of the same document. */
  | {
      readonly kind: 'edit';
      readonly title: Message;
      readonly edits: readonly TextEdit[];
      /** Loses no fact and invents none, so it may be applied without a look. */
      readonly isSafe?: true;
    }
  /** Looks for the words in the whole workspace. */
  | { readonly kind: 'search'; readonly title: Message; readonly words: string }
  /** The commit that is meant is picked by the user; `candidates` are full hashes. */
  | {
      readonly kind: 'choose-commit';
      readonly title: Message;
      readonly key: string;
      readonly candidates: readonly string[];
    }
  /** Done by the operation `move-to-postmortem` on the finding's span; a heading stands for its section. */
  | { readonly kind: 'move-to-postmortem'; readonly title: Message }
  /** Done by the operation `quote-sentence`, once it is known who said it. */
  | { readonly kind: 'quote'; readonly title: Message }
  /** Done by the operation `turn-into-action` on the sentence of the finding. */
  | { readonly kind: 'turn-into-action'; readonly title: Message }
  /** Puts the cursor there. */
  | { readonly kind: 'go-to'; readonly title: Message; readonly span: Span }
  /** Opens the one-line box of the report with the beginning of a line; what was observed nobody but the user knows. */
  | { readonly kind: 'log-entry'; readonly title: Message; readonly line: string }
  /** Adds a name to a list of `.incidents.yml`. */
  | {
      readonly kind: 'add-to-conventions';
      readonly title: Message;
      readonly key: ConventionsList;
      readonly name: string;
    };

interface RuleBase {
  /** The file's stem; the code of the diagnostic. */
  readonly id: string;
  readonly summary: string;
  /** Default; conventions change it, an open incident lowers language rules to information. */
  readonly severity: DiagnosticSeverity;
  readonly appliesTo: readonly DocumentKindId[];
}

/** Looks at one block's prose at a time, so that an edit re-checks only the blocks it touched. */
export interface LanguageRule extends RuleBase {
  readonly scope: 'prose';
  /** It finds more than cues; without this it is asked only about blocks that hold a cue, and few do. */
  readonly looksBeyondCues?: true;
  /** Spans are offsets into the block's text. */
  check(prose: Prose, context: ProseContext): Iterable<Finding>;
}

export interface ProseContext {
  readonly kind: DocumentKindId;
  /** Fixes that write words or part a sentence do so in English alone. */
  readonly language: PackLanguage;
  /** The team's own and allowed phrases among them; a change of conventions is a new object. */
  readonly conventions: Conventions;
  /** The cues of all language rules, found in one pass over the block. */
  readonly cues: readonly Cue[];
}

/** Looks at the whole document. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  /**
   * What becomes of the findings while the incident is open (unless strict): rules on completeness are silent,
   * those on analysis say it as information, as language rules always do. Absent: nothing changes.
   */
  readonly whileOpen?: 'silent' | 'information';
  /** Language findings within a finding's span give way to it. */
  readonly coversLanguage?: boolean;
  /** Whether it has all it asks for; where not, that it says nothing proves nothing. Absent: always. */
  isReady?(document: IncidentDocument, context: RuleContext): boolean;
  check(document: IncidentDocument, context: RuleContext): Iterable<Finding>;
}

/** Looks at the comments that suppress findings, after all others have been asked. */
export interface SuppressionRule extends RuleBase {
  readonly scope: 'suppression';
  check(unused: readonly UnusedSuppression[], context: SuppressionContext): Iterable<Finding>;
}

export interface SuppressionContext {
  readonly text: string;
  readonly ruleIds: readonly string[];
}

export type Rule = LanguageRule | DocumentRule | SuppressionRule;

export interface RuleContext {
  readonly conventions: Conventions;
  /** Path of the document relative to the workspace folder; tells the incident id. */
  readonly path?: string;
  /** Answers for the commits that the document cites, as far as they are known yet. */
  readonly commits?: ReadonlyMap<string, CommitLookup>;
  /** The reports that a postmortem covers, as far as they are there; absent where nobody has read them. */
  readonly reports?: readonly ReportSummary[];
  readonly isContained?: Containment;
}

/** Whether a release (tag or hash) contains a cited commit; `null` for what is no release here, nothing while unknown. */
export type Containment = (release: string, citationKey: string) => boolean | null | undefined;

/** A finding with the rule's id and the final severity. */
export interface CheckedFinding extends Finding {
  readonly rule: string;
  readonly severity: DiagnosticSeverity;
}
