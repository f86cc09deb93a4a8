import type { CauseLinks, CommitCitation, PullRequestCitation } from '../model/cause';
import type { Conventions } from '../model/conventions';
import { type CommitRelation, commitRelations } from '../model/incident';
import type { Span } from '../model/text';
import { isSameHome, readWebReference, type WebReference, webHome } from '../model/web-reference';

/**
 * Citations such as ``introduced `a1b2c3d`, exposed payments@`9f8e7d6` ``, with or without code signs and commas, and
 * web addresses of commits and pull requests, bare or as the target of a link.
 */
export function readCommits(text: string, span: Span, repositories: Conventions['repositories'] = {}): CauseLinks {
  const written = text.slice(span.start, span.end);
  const linked = readAddresses(written, span.start, repositories);
  const hashes = readHashes(text, span, withoutAddresses(written));
  const commits = hashes.map((citation) => {
    const target = linked.commits.find((one) => isTargetOf(text, citation, one));
    return target?.url === undefined ? citation : { ...citation, url: target.url };
  });
  const alone = linked.commits.filter((one) => !hashes.some((citation) => isTargetOf(text, citation, one)));
  return {
    commits: [...commits, ...alone].sort((a, b) => a.span.start - b.span.start),
    pullRequests: linked.pullRequests,
  };
}

function readHashes(text: string, span: Span, written: string): readonly CommitCitation[] {
  const citations: CommitCitation[] = [];
  for (const match of written.matchAll(citation)) {
    const [whole, relationWord, between = '', repository, codeAfterRepository = '', hash = ''] = match;
    const isMarked = whole.includes('`') || repository !== undefined || relationWord !== undefined;
    // Words such as "defaced" are hexadecimal too; unmarked, a hash has a digit.
    if (!isMarked && !/\d/.test(hash)) continue;
    const start = span.start + match.index;
    const relationSpan = relationWord === undefined ? undefined : { start, end: start + relationWord.length };
    const from = start + (relationWord?.length ?? 0) + between.length;
    const length = (repository === undefined ? 0 : repository.length + 1) + codeAfterRepository.length + hash.length;
    const closing =
      repository !== undefined && codeAfterRepository !== '' && text.charAt(from + length) === '`' ? 1 : 0;
    citations.push({
      relation: relationOf(relationWord),
      ...(relationSpan && { relationSpan }),
      hash: hash.toLowerCase(),
      ...(repository !== undefined && { repository }),
      span: { start: from, end: from + length + closing },
    });
  }
  return citations;
}

function readAddresses(written: string, offset: number, repositories: Conventions['repositories']): CauseLinks {
  const commits: CommitCitation[] = [];
  const pullRequests: PullRequestCitation[] = [];
  const homes = Object.entries(repositories).flatMap(([name, { url }]) => (url === undefined ? [] : [{ name, url }]));
  const hosts = new Set(homes.flatMap(({ url }) => webHome(url)?.split('/')[2] ?? []));
  for (const match of written.matchAll(address)) {
    const reference = readWebReference(match[0], hosts);
    if (reference === undefined) continue;
    const start = offset + match.index;
    const base = {
      ...relationBefore(written, match.index, offset),
      url: reference.url,
      span: { start, end: start + match[0].length },
    };
    if (reference.kind === 'pull-request') pullRequests.push({ ...base, number: reference.number });
    else commits.push({ ...base, hash: reference.hash, ...repositoryOf(reference, homes) });
  }
  return { commits, pullRequests };
}

function repositoryOf({ home }: WebReference, homes: readonly { readonly name: string; readonly url: string }[]) {
  const repository = homes.find(({ url }) => isSameHome(url, home))?.name;
  return repository === undefined ? {} : { repository };
}

/** The relation in front of an address, or in front of the link whose target it is. */
function relationBefore(written: string, at: number, offset: number) {
  const isTarget = written.slice(Math.max(0, at - 2), at) === '](';
  const from = isTarget ? written.lastIndexOf('[', at) : at;
  const before = written.slice(Math.max(0, from - 40), Math.max(0, from));
  const match = relationAtEnd.exec(before);
  if (match?.[1] === undefined) return { relation: relationOf(undefined) };
  const start = offset + from - match[0].length;
  return { relation: relationOf(match[1]), relationSpan: { start, end: start + match[1].length } };
}

/** A hash as the text of a link to its own commit is one citation. */
function isTargetOf(text: string, { hash, span }: CommitCitation, target: CommitCitation): boolean {
  if (target.span.start <= span.end || target.span.start - span.end > 4) return false;
  return /^[`*_]{0,2}\]\($/.test(text.slice(span.end, target.span.start)) && target.hash.startsWith(hash);
}

/** As long as it was; commas keep a word in front from being taken for the relation of what comes after. */
function withoutAddresses(written: string): string {
  return written
    .replace(linkTarget, (target) => ' '.repeat(target.length))
    .replace(address, (url) => ','.repeat(url.length));
}

const relations = commitRelations.join('|');
const citation = new RegExp(
  `(?<![\\w@/-])(?:(${relations})(?=[\\s:\`]))?((?:\\s+by)?[\\s:]*[[\`]*)(?:([A-Za-z0-9][\\w.-]{0,99})@)?(\`?)([0-9a-f]{64}|[0-9a-f]{7,40})(?![\\w@/-])`,
  'gi',
);
const relationAtEnd = new RegExp(`(?<![\\w@/-])(${relations})(?:\\s+by)?[\\s:<(]*$`, 'i');
const linkTarget = /\]\([^)\n]*\)/g;
const address = /https?:\/\/[^\s<>()[\]"'`|,;]+/gi;

function relationOf(word: string | undefined): CommitRelation {
  const lower = word?.toLowerCase();
  return commitRelations.find((relation) => relation === lower) ?? 'introduced';
}
