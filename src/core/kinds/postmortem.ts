import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Conventions } from '../model/conventions';
import { type PostmortemStatus, postmortemStatuses } from '../model/incident';
import { conflictProblems, readConflicts } from './conflicts';
import { type FrontMatter, listOf, textOf } from './front-matter';
import { frontMatterProblems } from './front-matter-problems';
import type { PostmortemDocument } from './incident-document';
import { readActions } from './read-actions';
import { readCauses, readControls } from './read-causes';
import { documentSections, titleOf } from './read-sections';
import { readTables } from './tables';

export { postmortemSections } from './section-names';

/** Headings without which a postmortem is not complete. */
export const requiredPostmortemSections = [
  'Executive summary',
  'Root causes and contributing factors',
  'Corrective and preventive actions',
] as const;

/** The body of a new postmortem; `⟨title⟩` and the front matter are filled in by whoever makes it. */
export const postmortemTemplate = `---
type: postmortem
reports: []
status: draft
owner:
reviewers: []
due:
---

# ⟨title⟩

## Executive summary

## What happened

## Root causes and contributing factors

## Controls that did not hold

## What went well

## What went badly

## Where we got lucky

## Hypotheses considered

## Corrective and preventive actions

| ID | Action | Type | Addresses | Owner | Due | Priority | Status | Proof |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |

## Lessons
`;

export function readPostmortem(
  markdown: MarkdownDocument,
  frontMatter: FrontMatter,
  { conventions }: { readonly conventions: Conventions },
): PostmortemDocument {
  const { text } = markdown;
  const sections = documentSections(markdown);
  const title = titleOf(sections);
  const conflicts = readConflicts(markdown);
  const { tables, problems } = readTables(markdown, conflicts);
  const status = statusOf(frontMatter);
  const owner = personOf(textOf(frontMatter, 'owner'));
  const due = textOf(frontMatter, 'due');
  const order = { block: 'table-row', where: 'a table', what: 'rows', instantOf: () => undefined } as const;
  const merges = conflictProblems(markdown, { conflicts, tables }, () => order);
  return {
    kind: 'postmortem',
    markdown,
    frontMatter,
    ...(title && { title }),
    sections,
    reports: listOf(frontMatter, 'reports'),
    ...(status && { status }),
    ...(owner !== undefined && { owner }),
    ...(due !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(due) && { due }),
    reviewers: listOf(frontMatter, 'reviewers').flatMap((name) => personOf(name) ?? []),
    causes: readCauses(markdown, sections, conventions),
    controls: readControls(markdown, sections),
    actions: readActions(markdown, sections, tables),
    problems: [
      ...frontMatter.problems,
      ...frontMatterProblems('postmortem', { frontMatter, ...(title && { title }), text }, conventions),
      ...problems,
      ...merges,
    ],
  };
}

function statusOf(frontMatter: FrontMatter): PostmortemStatus | undefined {
  const value = textOf(frontMatter, 'status')?.toLowerCase().replace(/[-_]/g, ' ');
  return postmortemStatuses.find((status) => status === value);
}

/** People are written with or without `@`; read without. */
function personOf(text: string | undefined): string | undefined {
  const name = text?.replace(/^@/, '').trim();
  return name === '' ? undefined : name;
}
