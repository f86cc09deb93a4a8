import { nearest } from '../kinds/near';
import { systemsIn } from '../kinds/systems-in-text';
import type { Conventions } from '../model/conventions';
import { entryKinds } from '../model/entry-kind';
import { incidentStatuses } from '../model/incident';
import { type Message, message } from '../model/message';
import type { Stamp } from '../model/stamp';
import { readTimeInput } from '../model/time-input';
import type { EntryDraft } from './entry-draft';

export interface LogLineContext {
  /** ms since the epoch. */
  readonly now: number;
  /** IANA name of the zone in which a bare `14:05` is meant. */
  readonly timeZone: string;
  readonly conventions: Conventions;
}

export type LogLine = { readonly draft: EntryDraft } | { readonly problem: Message };

/**
 * Reads `14:05 restarted api-3 #action @carol https://…`; a line without a time is of now. Kinds of several words are
 * written with hyphens (`#impact-started`), values follow them (`#severity SEV1`); systems are known by their names.
 */
export function parseLogLine(line: string, context: LogLineContext): LogLine {
  const { stamp, rest } = leadingTime(line.trim(), context);
  const words: string[] = [];
  const actors: string[] = [];
  const evidence: string[] = [];
  let kind: KindTag | undefined;
  const tokens = tokensOf(rest);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const tag = kind === undefined ? kindTag(token, tokens.slice(at + 1), context.conventions) : undefined;
    if (tag !== undefined && 'problem' in tag) return tag;
    if (tag !== undefined) {
      kind = tag;
      at += tag.valueTokens;
    } else if (/^@[\p{L}\p{N}][\p{L}\p{N}._-]*[,.;:]?$/u.test(token)) {
      actors.push(token.slice(1).replace(/[.,;:]$/, ''));
    } else if (/^<?https?:\/\/\S+>?$/i.test(token)) evidence.push(token.replace(/^<|>$|[.,;]$/g, ''));
    else if (/^!?\[[^\]]*\]\([^)\s]+\)$/.test(token)) evidence.push(token);
    else words.push(token);
  }
  const event = words.join(' ') || (kind === undefined ? '' : eventOf(kind));
  if (event === '') return { problem: message('Type what was observed.') };
  return {
    draft: {
      stamp: stamp ?? { kind: 'exact', at: context.now, seconds: true },
      kind: kind?.kind ?? 'note',
      ...(kind?.value !== undefined && { value: kind.value }),
      event,
      systems: systemsIn(event, context.conventions),
      actors: [...new Set(actors)],
      evidence,
    },
  };
}

interface KindTag {
  readonly kind: string;
  readonly value?: string;
  /** Number of tokens behind the tag that belong to it. */
  readonly valueTokens: number;
}

/** Nothing where the token is no tag; `#1234` is a number of something, `##` a word. */
function kindTag(
  token: string,
  next: readonly string[],
  conventions: Conventions,
): KindTag | { readonly problem: Message } | undefined {
  const match = /^#(\p{L}[\p{L}\p{N}_-]*)(?:[:=](\S+))?[.,;]?$/u.exec(token);
  if (match === null) return undefined;
  const [, tag = '', attached] = match;
  const written = tag.toLowerCase().replace(/[_-]+/g, ' ');
  const kinds = [...entryKinds, ...conventions.entryKinds];
  const found = kinds.find(({ name }) => name.toLowerCase().replace(/[_-]+/g, ' ') === written);
  if (found === undefined)
    return unknownKind(
      tag,
      kinds.map(({ name }) => name),
    );
  const valueKind = entryKinds.find(({ name }) => name === found.name)?.value;
  if (valueKind === undefined) return { kind: found.name, valueTokens: 0 };
  const rest = attached === undefined ? next : [attached, ...next];
  const taken = takeValue(valueKind, rest, conventions);
  if ('problem' in taken) return taken;
  return { kind: found.name, value: taken.value, valueTokens: taken.tokens - (attached === undefined ? 0 : 1) };
}

function unknownKind(tag: string, names: readonly string[]): { readonly problem: Message } {
  const near = nearest(tag.toLowerCase().replace(/[_-]+/g, ' '), names);
  if (near === undefined) return { problem: message('"{kind}" is not a kind here.', { kind: tag }) };
  return { problem: message('"{kind}" is not a kind here. Near it: {near}.', { kind: tag, near }) };
}

/** What follows `#severity`, `#status` and `#role`, in the team's spelling. */
function takeValue(
  kind: 'severity' | 'status' | 'role',
  [first = '', second]: readonly string[],
  { severities, roles }: Conventions,
): { readonly value: string; readonly tokens: number } | { readonly problem: Message } {
  const known = { severity: severities.map(({ name }) => name), status: incidentStatuses, role: roles }[kind];
  const name = known.find((one) => one.toLowerCase() === first.toLowerCase().replace(/[.,;]$/, ''));
  if (name === undefined)
    return { problem: message('#{kind} is followed by one of {values}.', { kind, values: known.join(', ') }) };
  // A role is given to somebody: `#role commander @bo`.
  if (kind !== 'role' || !second?.startsWith('@')) return { value: name, tokens: 1 };
  return { value: `${name} ${second.slice(1).replace(/[.,;:]$/, '')}`, tokens: 2 };
}

/** Setting a severity, a status or a role says all that there is to say. */
function eventOf({ kind, value }: KindTag): string {
  if (value === undefined) return '';
  return kind === 'role' ? `Role taken: ${value}.` : `${kind === 'status' ? 'Status' : 'Severity'} set to ${value}.`;
}

/** Links in Markdown stay whole, whatever blanks their words have. */
function tokensOf(text: string): readonly string[] {
  return text.match(/!?\[[^\][]*\]\([^()\s]+\)|\S+/g) ?? [];
}

/** The longest run of words at the start that is read as a time. */
function leadingTime(
  line: string,
  { now, timeZone }: LogLineContext,
): { readonly stamp?: Stamp; readonly rest: string } {
  const words = line.match(/\S+\s*/g) ?? [];
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const head = words.slice(0, count).join('');
    const read = readTimeInput(head.trim().replace(/[,:]$/, ''), { now, timeZone });
    if (read.state === 'read' && read.rest === undefined)
      return { stamp: read.stamp, rest: line.slice(head.length).replace(/^[-–:,]\s+/, '') };
  }
  return { rest: line };
}
