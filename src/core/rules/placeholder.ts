import type { Prose } from '../language/prose';
import type { Block, BlockKind } from '../markdown/markdown-document';
import { lineOf } from '../markdown/places';
import { message } from '../model/message';
import type { Span } from '../model/text';
import type { Finding, Fix, LanguageRule } from './rule';
import { withinCover } from './within-cover';

export const placeholder: LanguageRule = {
  id: 'placeholder',
  scope: 'prose',
  looksBeyondCues: true,
  summary: 'No placeholder of a template is left.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  check: (prose) => (mayHold(prose.block.text) ? findingsIn(prose) : none),
};

function* findingsIn(prose: Prose): Iterable<Finding> {
  const { block } = prose;
  let line = { start: 0, end: 0, next: 0 };
  for (const span of placeholdersIn(prose)) {
    if (span.start >= line.next) line = lineOf(block.text, span.start);
    yield {
      span,
      message: message('{placeholder} is still a placeholder.', {
        placeholder: block.text.slice(span.start, span.end).replace(/\s+/g, ' '),
      }),
      ...(hasNoLineToRemove.has(block.kind) ? {} : { fixes: [removeLine(block, line)] }),
    };
  }
}

const none: readonly Finding[] = [];

const hasNoLineToRemove: ReadonlySet<BlockKind> = new Set<BlockKind>(['heading', 'table-header']);

const words = 'TODO|TBD|TBC|TBA|FIXME|XXX';
/** What a template asks for: `<fill in>`, `[link to the issue]`, `<your name>`. */
const askedFor =
  '(?:fill|insert|add|enter|describe|your|todo|tbd|placeholder|name of|link|title|date|time|name|owner|description|summary|e\\.g\\.)';
const asked = `${askedFor}(?:[ -][\\w ,.'/-]{0,80})?`;
const pattern = new RegExp(
  [
    '⟨[^⟨⟩\\n]{0,120}⟩',
    '\\{\\{[^{}\\n]{0,200}\\}\\}',
    // Bare, these four are HTML.
    `<(?!(?:summary|title|time|link)>)${asked}>`,
    `\\[${asked}\\](?![\\[(:])`,
    `(?<![\\w/-])(?:${words})(?![\\w/-])`,
    '(?<!\\w)YYYY-MM-DD(?!\\w)',
    '(?<!\\w)Lorem ipsum(?!\\w)',
  ].join('|'),
  'gi',
);
/** Cheap to look for; most blocks hold none of these. The first is the quicker one, as case counts. */
const anyLetter = /[⟨{<[]|TODO|TB[DCA]|FIXME|XXX|YYYY|[Ii][Pp][Ss][Uu][Mm]/;
const anySign = new RegExp(`⟨|\\{\\{|[<[]${askedFor}|TODO|TB[DCA]|FIXME|XXX|YYYY|orem ipsum`, 'i');

function mayHold(text: string): boolean {
  return anyLetter.test(text) && anySign.test(text);
}

const capitalsOnly = new RegExp(`^(?:${words}|YYYY-MM-DD)$`, 'i');

/** Whether a text holds nothing but a placeholder, perhaps with signs of a time around it. */
export function isPlaceholder(text: string): boolean {
  return /^[~\s]*(?:⟨[^⟨⟩]*⟩|\{\{[^{}]*\}\}|<[^<>]*>|TODO|TBD|TBC|TBA|FIXME|XXX|YYYY-MM-DD)/.test(text.slice(0, 200));
}

function* placeholdersIn(prose: Prose): Iterable<Span> {
  const { block } = prose;
  let isWithinCover: ((offset: number) => boolean) | undefined;
  for (const { 0: found, index } of block.text.matchAll(pattern)) {
    const end = index + found.length;
    if (index < block.contentStart || end > block.contentEnd) continue;
    // Lower-case words of these letters are words; in capitals nobody writes them for another reason.
    if (capitalsOnly.test(found) && found !== found.toUpperCase()) continue;
    isWithinCover ??= withinCover(prose);
    if (!isWithinCover(index)) yield { start: index, end };
  }
}

/** Rows and list items go whole, of other blocks the line. */
function removeLine(block: Block, { start, next }: { readonly start: number; readonly next: number }): Fix {
  const isWhole = block.kind === 'table-row' || block.kind === 'list-item';
  const span = isWhole ? { start: 0, end: block.text.length } : { start, end: next };
  return { kind: 'edit', title: message('Remove the line'), edits: [{ span, newText: '' }] };
}
