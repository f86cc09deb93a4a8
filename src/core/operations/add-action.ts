import { readConflicts } from '../kinds/conflicts';
import type { DocumentSection, PostmortemDocument } from '../kinds/incident-document';
import { postmortemTemplate } from '../kinds/postmortem';
import { type ActionColumn, actionColumnOf } from '../kinds/read-actions';
import { appendToSection, insertSection, sectionNamed } from '../kinds/section-edits';
import { postmortemSections } from '../kinds/section-names';
import { readTables, spanOf, type Table } from '../kinds/tables';
import type { MarkdownDocument } from '../markdown/markdown-document';
import { lineOf } from '../markdown/places';
import { lineEndingOf, type TextEdit } from '../model/text';
import { afterListItem, endsInListItem } from './add-to-postmortem';
import { insertLines } from './table-entry';
import { formatRow, tableStyleOf } from './table-row';

const sectionName = 'Corrective and preventive actions';

/** What is known of a new action item; all else is left open. */
export interface NewAction {
  readonly action: string;
  /** Id of the cause or control that it answers. */
  readonly addresses?: string;
}

/** Adds an open action item with the next id: as a row, or as an item where the section is a list. */
export function addAction(document: PostmortemDocument, action: NewAction): TextEdit {
  const { markdown } = document;
  const section = sectionNamed(document, sectionName);
  const values = { id: nextActionId(document), status: 'open', ...action };
  const table = section && tableIn(markdown, section);
  if (section !== undefined && table !== undefined) return addRow(markdown, table, values);
  if (section !== undefined && endsInListItem(document, section))
    return afterListItem(document, section, `- [ ] ${values.id}: ${values.action}`);
  const body = newTable(values, lineEndingOf(markdown.text));
  if (section === undefined) return insertSection(document, { name: sectionName, body, order: postmortemSections });
  return appendToSection(document, section, body);
}

type Values = Partial<Record<ActionColumn, string>>;

/** The number after the highest, behind the letters that the last id has: `A3` after `A2`. */
function nextActionId({ actions, causes, controls }: PostmortemDocument): string {
  const own = actions.flatMap(({ id }) => (id === undefined ? [] : [id.text]));
  const cited = [...causes, ...controls].flatMap((one) => one.actions.map(({ text }) => text));
  const [, stem = 'A'] = numbered.exec(own.findLast((id) => numbered.test(id)) ?? '') ?? [];
  const numbers = [...own, ...cited].flatMap((id) => {
    const [, letters, number] = numbered.exec(id) ?? [];
    return letters === stem ? [Number(number)] : [];
  });
  return `${stem}${Math.max(0, ...numbers) + 1}`;
}

const numbered = /^(.{0,20}?)(\d{1,9})$/;

function tableIn(markdown: MarkdownDocument, { block, endBlock }: DocumentSection): Table | undefined {
  const { tables } = readTables(markdown, readConflicts(markdown));
  return tables.find((table) => {
    const isInside = table.block > block && table.block < endBlock;
    return isInside && table.columns.some((header) => actionColumnOf(header) === 'action');
  });
}

function addRow({ text }: MarkdownDocument, { header, delimiter, rows, columns }: Table, values: Values): TextEdit {
  const line = (start: number) => {
    const { start: from, end } = lineOf(text, start);
    return text.slice(from, end);
  };
  const last = rows.at(-1);
  const style = tableStyleOf(line(header.start), line(delimiter.start), last && line(spanOf(last).start));
  const below = lineOf(text, last === undefined ? delimiter.start : spanOf(last).start).next;
  return insertLines(text, below, [formatRow(cellsFor(columns, values), style)]);
}

/** A second column of the same meaning stays empty, as the reader takes the first. */
function cellsFor(headers: readonly string[], values: Values): readonly string[] {
  const columns = headers.map(actionColumnOf);
  return columns.map((column, at) => {
    return column === undefined || columns.indexOf(column) !== at ? '' : (values[column] ?? '');
  });
}

/** With the header of the built-in template. */
function newTable(values: Values, eol: string): string {
  const [header = '', delimiter = ''] = postmortemTemplate.split('\n').filter((line) => line.startsWith('|'));
  const headers = header.split('|').slice(1, -1);
  const cells = cellsFor(
    headers.map((one) => one.trim().toLowerCase()),
    values,
  );
  return [header, delimiter, formatRow(cells, tableStyleOf(header, delimiter, undefined))].join(eol);
}
