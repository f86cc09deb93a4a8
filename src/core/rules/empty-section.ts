import type { DocumentSection, IncidentDocument } from '../kinds/incident-document';
import { requiredReportSections } from '../kinds/incident-report';
import { appendToSection } from '../kinds/section-edits';
import type { BlockKind } from '../markdown/markdown-document';
import { type Message, message } from '../model/message';
import type { DocumentRule, Fix } from './rule';

export const emptySection: DocumentRule = {
  id: 'empty-section',
  scope: 'document',
  summary: 'The standard sections of a resolved report say something.',
  severity: 'warning',
  appliesTo: ['incident-report'],
  whileOpen: 'silent',
  *check(document) {
    for (const section of document.sections) {
      if (section.name === undefined || !required.has(section.name)) continue;
      if (!isEmpty(document, section)) continue;
      const fixes = section.name === 'Impact' ? [writeNoneMeasured(document, section)] : [];
      yield { span: section.titleSpan, message: wordsFor(section.name, section.title), fixes };
    }
  },
};

const required: ReadonlySet<string> = new Set(requiredReportSections);

const sayingNothing: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'blank',
  'comment',
  'table-header',
  'table-delimiter',
  'thematic-break',
]);

function isEmpty({ markdown: { blocks } }: IncidentDocument, { block, endBlock }: DocumentSection): boolean {
  for (let index = block + 1; index < endBlock; index++) {
    const kind = blocks[index]?.kind;
    if (kind !== undefined && !sayingNothing.has(kind)) return false;
  }
  return true;
}

function wordsFor(name: string, section: string): Message {
  if (name === 'Impact')
    return message('"{section}" is empty. If there was none, "None measured" says so.', { section });
  if (name === 'Timeline') return message('"{section}" is empty. Which entries does it have?', { section });
  if (name === 'Systems involved') return message('"{section}" is empty. Which systems showed it?', { section });
  return message('"{section}" is empty. What was observed, in a sentence or two?', { section });
}

function writeNoneMeasured(document: IncidentDocument, section: DocumentSection): Fix {
  const edit = appendToSection(document, section, 'None measured');
  return { kind: 'edit', title: message('Write "None measured"'), edits: [edit] };
}
