import type { CommitRelation, Located } from './incident';
import type { Span } from './text';

/** A commit as a cause cites it; `span` covers repository and hash, not the relation. */
export interface CommitCitation {
  readonly relation: CommitRelation;
  /** Where no relation word stood, `introduced` is assumed. */
  readonly relationSpan?: Span;
  /** 7 to 40 hexadecimal digits in lower case, or the 64 of SHA-256. */
  readonly hash: string;
  /** Name from `.incidents.yml` `repositories`, of `repo@hash` or of an address there. */
  readonly repository?: string;
  /** Its page, where the document gives one. */
  readonly url?: string;
  readonly span: Span;
}

/** A pull or merge request as a cause cites it, by its address. */
export interface PullRequestCitation {
  readonly relation: CommitRelation;
  readonly relationSpan?: Span;
  readonly number: string;
  readonly url: string;
  readonly span: Span;
}

/** What a cause's field *Commits* cites, each kind in order. */
export interface CauseLinks {
  readonly commits: readonly CommitCitation[];
  readonly pullRequests: readonly PullRequestCitation[];
}

export interface Cause extends CauseLinks {
  readonly id: string;
  readonly idSpan: Span;
  readonly title: string;
  /** The heading line. */
  readonly heading: Span;
  /** Heading, fields and prose up to the next cause or section. */
  readonly span: Span;
  readonly role?: Located;
  readonly class?: Located;
  /** Value of the field *Commits*, empty or not; absent where there is no such field. */
  readonly commitsField?: Span;
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
