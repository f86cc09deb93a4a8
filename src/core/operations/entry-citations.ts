import type { IncidentDocument, PostmortemDocument, ReportDocument } from '../kinds/incident-document';
import type { Span } from '../model/text';
import { citations } from '../rules/broken-reference';

/**
 * Where a document names an entry: in brackets, as evidence of a cause or a control, as the bound of another entry,
 * in a heading of its own. The entry's own id is none of them.
 */
export function citationsOf(document: IncidentDocument, id: string): readonly Span[] {
  const inBrackets = [...citations(document, /^E/)].filter((one) => one.id === id).map(({ span }) => span);
  const headings = document.sections.filter(({ title }) => title.trim() === id).map(({ titleSpan }) => titleSpan);
  const own = document.kind === 'postmortem' ? evidenceOf(document, id) : boundsOf(document, id);
  const all = [...inBrackets, ...headings, ...own];
  return all
    .filter(({ start }, at) => all.findIndex((other) => other.start === start) === at)
    .sort((one, other) => one.start - other.start);
}

function evidenceOf({ causes, controls }: PostmortemDocument, id: string): readonly Span[] {
  return [...causes, ...controls]
    .flatMap(({ evidence }) => evidence.filter(({ text }) => text === id))
    .map(({ span }) => span);
}

function boundsOf({ entries }: ReportDocument, id: string): readonly Span[] {
  return entries.flatMap(({ stamp, time }) => {
    const isBound = (stamp?.kind === 'after' || stamp?.kind === 'before') && stamp.entry === id;
    return isBound ? [{ start: time.span.end - id.length, end: time.span.end }] : [];
  });
}
