import type { IncidentDocument } from '../kinds/incident-document';
import type { Span } from '../model/text';

/** Where a finding on the whole document stands: on the title, else on the first line with text. */
export function headOf({ title, markdown: { text } }: IncidentDocument): Span {
  if (title !== undefined) return title.span;
  const start = Math.max(0, text.search(/\S/));
  const length = text.slice(start).search(/[\r\n]/);
  return { start, end: length < 0 ? text.length : start + length };
}
