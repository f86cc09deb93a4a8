import type { ReportDocument } from '../kinds/incident-document';
import { appendToSection, insertSection, sectionNamed } from '../kinds/section-edits';
import { reportSections } from '../kinds/section-names';
import { lineEndingOf, type TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryValues } from './entry-draft';
import { insertListEntries } from './list-entry';
import { insertTableEntries, type PlacedValues } from './table-entry';
import { formatRow, tableStyleOf } from './table-row';

/** Rows of the timeline's table, items of its list, or a table where there is neither; `entries` are its siblings. */
export function insertEntries(
  report: ReportDocument,
  entries: readonly TimelineEntry[],
  added: readonly PlacedValues[],
): readonly TextEdit[] {
  const { markdown, timeline } = report;
  if (added.length === 0) return [];
  if (timeline !== undefined) return insertTableEntries(markdown, { timeline, entries, added });
  if (entries.length > 0) return insertListEntries(markdown, { entries, added });
  const rows = added.map(({ values }) => values);
  const table = newTable(rows, lineEndingOf(markdown.text));
  const section = sectionNamed(report, 'Timeline');
  if (section !== undefined) return [appendToSection(report, section, table, { beforeNested: true })];
  return [insertSection(report, { name: 'Timeline', body: table, order: reportSections })];
}

function newTable(rows: readonly EntryValues[], eol: string): string {
  const columns = newColumns.filter(({ key, isOptional }) => !isOptional || rows.some((values) => values[key] !== ''));
  const header = `| ${columns.map(({ title }) => title).join(' | ')} |`;
  const delimiter = `| ${columns.map(() => '---').join(' | ')} |`;
  const style = tableStyleOf(header, delimiter, undefined);
  const lines = rows.map((values) =>
    formatRow(
      columns.map(({ key }) => values[key]),
      style,
    ),
  );
  return [header, delimiter, ...lines].join(eol);
}

const newColumns: readonly { readonly key: keyof EntryValues; readonly title: string; readonly isOptional?: true }[] = [
  { key: 'time', title: 'Time' },
  { key: 'kind', title: 'Kind' },
  { key: 'system', title: 'System', isOptional: true },
  { key: 'actor', title: 'Actor', isOptional: true },
  { key: 'event', title: 'Event' },
  { key: 'evidence', title: 'Evidence' },
  { key: 'id', title: 'ID' },
  { key: 'source id', title: 'Source ID', isOptional: true },
];
