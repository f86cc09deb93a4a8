import { readDocument } from '../kinds';
import type { ReportDocument } from '../kinds/incident-document';
import { readMarkdown } from '../markdown/read-markdown';
import type { Conventions } from '../model/conventions';
import { checkDocument } from '../rules/check';
import type { CheckedFinding } from '../rules/rule';

/**
 * What the rules say about the event of an entry before it stands in the report: in a table of its own,
 * with the report's status. Spans are offsets into `event`.
 */
export function checkEvent(
  event: string,
  status: ReportDocument['status'],
  conventions: Conventions,
): readonly CheckedFinding[] {
  if (event.trim() === '') return [];
  const before = `---\ntype: incident-report\nstatus: ${status ?? 'investigating'}\n---\n\n# Report\n\n## Timeline\n\n| Event | ID |\n| --- | --- |\n| `;
  // A sign for a sign, so that places stay: what ends a cell or a row does not end the check.
  const cell = event.replace(/[|\r\n\\]/g, ' ');
  const document = readDocument(readMarkdown(`${before}${cell} | E1 |\n`), conventions, 'incident-report');
  if (document === undefined) return [];
  return checkDocument(document, { conventions })
    .map((finding) => ({ ...finding, span: shifted(finding.span, -before.length) }))
    .filter(({ span }) => span.start >= 0 && span.end <= event.length && span.start < span.end);
}

function shifted({ start, end }: CheckedFinding['span'], by: number): CheckedFinding['span'] {
  return { start: start + by, end: end + by };
}
