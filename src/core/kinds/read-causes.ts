import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Cause, CauseLinks, Control } from '../model/cause';
import type { Conventions } from '../model/conventions';
import type { Located } from '../model/incident';
import type { Span } from '../model/text';
import { splitItems } from './cell-text';
import { readFieldList } from './field-list';
import type { DocumentSection } from './incident-document';
import { readCommits } from './read-commits';

/** Headings with an id `C1` … under the causes, or anywhere with a field list of a cause. */
export function readCauses(
  markdown: MarkdownDocument,
  sections: readonly DocumentSection[],
  { repositories }: Pick<Conventions, 'repositories'>,
): readonly Cause[] {
  return records(markdown, sections, {
    letter: 'C',
    section: 'Root causes and contributing factors',
    keys: causeKeys,
  }).map(({ fields, ...record }) => {
    const commits = fields.get('commits') ?? fields.get('commit');
    const confidence = fields.get('confidence');
    const role = fields.get('role');
    const causeClass = fields.get('class');
    return {
      ...record,
      ...(role && { role }),
      ...(causeClass && { class: causeClass }),
      ...(commits && { commitsField: commits.span }),
      ...(commits === undefined ? noLinks : readCommits(markdown.text, commits.span, repositories)),
      evidence: items(markdown.text, fields.get('evidence')),
      ...(confidence && { confidence }),
      actions: items(markdown.text, fields.get('actions') ?? fields.get('action')),
    };
  });
}

/** Headings with an id `K1` … under the controls, or anywhere with a field list of a control. */
export function readControls(markdown: MarkdownDocument, sections: readonly DocumentSection[]): readonly Control[] {
  return records(markdown, sections, { letter: 'K', section: 'Controls that did not hold', keys: controlKeys }).map(
    ({ fields, ...record }) => {
      const [expected, observed, path] = [fields.get('expected'), fields.get('observed'), fields.get('path')];
      return {
        ...record,
        ...(expected && { expected }),
        ...(observed && { observed }),
        evidence: items(markdown.text, fields.get('evidence')),
        ...(path && { path: withoutCode(path) }),
        actions: items(markdown.text, fields.get('actions') ?? fields.get('action')),
      };
    },
  );
}

const noLinks: CauseLinks = { commits: [], pullRequests: [] };

const causeKeys: ReadonlySet<string> = new Set([
  'role',
  'class',
  'commits',
  'commit',
  'evidence',
  'confidence',
  'actions',
  'action',
]);
const controlKeys: ReadonlySet<string> = new Set(['expected', 'observed', 'evidence', 'path', 'actions', 'action']);

interface HeadingRecord {
  readonly id: string;
  readonly idSpan: Span;
  readonly title: string;
  readonly heading: Span;
  readonly span: Span;
  readonly fields: ReadonlyMap<string, Located>;
}

function records(
  markdown: MarkdownDocument,
  sections: readonly DocumentSection[],
  { letter, section, keys }: { readonly letter: string; readonly section: string; readonly keys: ReadonlySet<string> },
): readonly HeadingRecord[] {
  const found: HeadingRecord[] = [];
  let homeEnd = 0;
  for (const { name, block, endBlock, level, title, titleSpan, span } of sections) {
    if (name === section) homeEnd = Math.max(homeEnd, endBlock);
    const match = headingPattern.exec(title);
    if (match?.[2] === undefined || match[2].charAt(0).toUpperCase() !== letter || level === 1) continue;
    const fields = readFieldList(markdown, block, keys);
    if (block >= homeEnd && fields.size === 0) continue;
    const idStart = titleSpan.start + (match[1]?.length ?? 0);
    found.push({
      id: match[2],
      idSpan: { start: idStart, end: idStart + match[2].length },
      title: title.slice(match[0].length).trim(),
      heading: { start: span.start, end: span.start + headingLength(markdown, block) },
      span,
      fields,
    });
  }
  return found;
}

const headingPattern = /^([*_`[]*)([A-Za-z]\d{1,4}[a-z]?)[*_`\]]*(?=$|[\s.:–—-])[\s.:–—-]*/;

function headingLength({ blocks }: MarkdownDocument, block: number): number {
  return blocks[block]?.text.replace(/[\r\n]+$/, '').length ?? 0;
}

function items(text: string, field: Located | undefined): readonly Located[] {
  return field === undefined ? [] : splitItems(text, field.span).filter((item) => !/^(?:[-–—]|none)$/i.test(item.text));
}

function withoutCode(field: Located): Located {
  const match = /^`([^`]+)`$/.exec(field.text);
  if (match?.[1] === undefined) return field;
  return { text: match[1], span: { start: field.span.start + 1, end: field.span.end - 1 } };
}
