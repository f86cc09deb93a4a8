import type { CommitRelation, Located } from './incident';
import type { Span } from './text';

/** A commit as a cause cites it; `span` covers repository and hash, not the relation. */
export interface CommitCitation {
  readonly relation: CommitRelation;
  /** Where no relation word stood, `introduced` is assumed. */
  readonly relationSpan?: Span;
  /** 7 to 40 hexadecimal digits in lower case. */
  readonly hash: string;
  /** Name from `.incidents.yml` `repositories`, of `repo@hash`. */
  readonly repository?: string;
  readonly span: Span;
}

export interface Cause {
  readonly id: string;
  readonly idSpan: Span;
  readonly title: string;
  /** The heading line. */
  readonly heading: Span;
  /** Heading, fields and prose up to the next cause or section. */
  readonly span: Span;
  readonly role?: Located;
  readonly class?: Located;
  readonly commits: readonly CommitCitation[];
  readonly evidence: readonly Located[];
  readonly confidence?: Located;
  readonly actions: readonly Located[];
}

export interface Control {
  readonly id: string;
  readonly idSpan: Span;
  readonly title: string;
  readonly heading: Span;
  readonly span: Span;
  readonly expected?: Located;
  readonly observed?: Located;
  readonly evidence: readonly Located[];
  readonly path?: Located;
  readonly actions: readonly Located[];
}

export interface ActionItem {
  readonly span: Span;
  readonly id?: Located;
  readonly action: Located;
  readonly type?: Located;
  readonly addresses: readonly string[];
  readonly owner?: Located;
  /** As written; a calendar date `YYYY-MM-DD` where it can be read. */
  readonly due?: Located;
  readonly priority?: Located;
  readonly status?: Located;
  readonly proof?: Located;
}
