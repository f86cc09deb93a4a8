import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Conventions } from '../model/conventions';
import { type IncidentStatus, incidentStatuses, type Located } from '../model/incident';
import { plainName } from './cell-text';
import { readConflicts } from './conflicts';
import { type FrontMatter, fieldOf, textOf } from './front-matter';
import { frontMatterProblems } from './front-matter-problems';
import { dayInText } from './guess-stamp';
import type { DocumentSection, ReportDocument } from './incident-document';
import { readImpact } from './read-impact';
import { documentSections, titleOf } from './read-sections';
import { readSystems } from './read-systems';
import { readTimeline } from './read-timeline';
import { readTables, type Table } from './tables';
import { timelineConflicts } from './timeline-conflicts';

export { reportSections } from './section-names';

/** Headings without which a report is not complete. */
export const requiredReportSections = ['Summary', 'Impact', 'Systems involved', 'Timeline'] as const;

/** The body of a new report; `⟨title⟩` is filled in by whoever makes it. */
export const reportTemplate = `---
type: incident-report
severity:
status: investigating
commander:
---

# ⟨title⟩

## Summary

## Impact

| System | Effect | From | Until | Measure | Basis | Source |
| --- | --- | --- | --- | --- | --- | --- |

## Systems involved

## Timeline

| Time | Kind | Event | Evidence | ID |
| --- | --- | --- | --- | --- |

## Actions taken during response

## Open questions
`;

/** `day` is the UTC day by which times without a date go where the text names none, such as that of the folder's name. */
export function readReport(
  markdown: MarkdownDocument,
  frontMatter: FrontMatter,
  { conventions, day }: { readonly conventions: Conventions; readonly day?: number },
): ReportDocument {
  const { text } = markdown;
  const sections = documentSections(markdown);
  const title = titleOf(sections);
  const conflicts = readConflicts(markdown);
  const { tables, problems } = readTables(markdown, conflicts);
  const timelines = outermost(sections, 'Timeline');
  const start = dayOf(frontMatter, title) ?? day;
  const timeline = readTimeline(markdown, timelines, {
    tables,
    conflicts,
    conventions,
    ...(start !== undefined && { day: start }),
  });
  const impact = readImpact(tables, outermost(sections, 'Impact'));
  const isTimeline = (table: Table): boolean =>
    timelines.some((section) => table.block > section.block && table.block < section.endBlock);
  const { found } = timeline;
  const merges = timelineConflicts(markdown, { conflicts, tables, found, isTimeline });
  const severity = locatedValue(frontMatter, 'severity');
  const status = statusOf(frontMatter);
  const commander = textOf(frontMatter, 'commander')?.replace(/^@/, '');
  return Object.assign(timeline.found, {
    kind: 'incident-report' as const,
    markdown,
    frontMatter,
    ...(title && { title }),
    sections,
    ...(severity && { severity }),
    ...(status && { status }),
    ...(commander !== undefined && { commander }),
    ...(timeline.table && { timeline: timeline.table }),
    impact: impact.rows,
    systems: readSystems(markdown, outermost(sections, 'Systems involved'), conventions),
    problems: [
      ...frontMatter.problems,
      ...frontMatterProblems('incident-report', { frontMatter, ...(title && { title }), text }, conventions),
      ...problems,
      ...merges,
      ...timeline.problems,
      ...impact.problems,
    ],
  });
}

/** Sections of a standard name that do not lie in another one of it. */
function outermost(sections: readonly DocumentSection[], name: string): readonly DocumentSection[] {
  const found: DocumentSection[] = [];
  for (const section of sections) {
    if (section.name === name && section.block >= (found.at(-1)?.endBlock ?? 0)) found.push(section);
  }
  return found;
}

/** The status whatever its case; a value that is none is a finding of the front matter. */
function statusOf(frontMatter: FrontMatter): IncidentStatus | undefined {
  const value = textOf(frontMatter, 'status')?.toLowerCase();
  return incidentStatuses.find((status) => status === value);
}

function locatedValue(frontMatter: FrontMatter, key: string): Located | undefined {
  const text = textOf(frontMatter, key);
  const field = fieldOf(frontMatter, key);
  return text === undefined || field === undefined ? undefined : { text, span: field.valueSpan };
}

/** From a key for the date that other templates use, else from the title. */
function dayOf(frontMatter: FrontMatter, title: Located | undefined): number | undefined {
  for (const key of ['started', 'date', 'start']) {
    const text = textOf(frontMatter, key);
    const day = text === undefined ? undefined : dayInText(text);
    if (day !== undefined) return day;
  }
  return title === undefined ? undefined : dayInText(plainName(title.text));
}
