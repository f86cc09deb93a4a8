import type { ReportDocument } from '../kinds/incident-document';
import { withoutTrailingComments } from '../markdown/trailing-comments';
import type { TextEdit } from '../model/text';
import type { TimelineEntry } from '../model/timeline-entry';
import type { EntryChanges } from './entry-changes';
import { type EntryDraft, entryValues } from './entry-draft';
import { itemText } from './list-entry';

/**
 * Parts of a list item that get another text. Names and evidence stand in words behind an id, so where those change
 * the item is said anew; what is nested in it and comments at its end stay.
 */
export function editItem(
  { markdown }: ReportDocument,
  entry: TimelineEntry,
  { changes, draft, id }: { readonly changes: EntryChanges; readonly draft: EntryDraft; readonly id: string },
): readonly TextEdit[] {
  const { system, actor, evidence, kind } = changes;
  const isWhole =
    system !== undefined ||
    actor !== undefined ||
    evidence !== undefined ||
    // A kind is only read where it stood before or an id leads.
    (kind !== undefined && (kind === '' || entry.kind === undefined));
  if (isWhole) {
    const span = withoutTrailingComments(markdown.text, entry.span);
    const own = draft.evidence.filter((link) => !draft.event.includes(link));
    return [{ span, newText: itemText('', entryValues({ ...draft, evidence: own }, id)) }];
  }
  const edits: TextEdit[] = [];
  if (changes.time !== undefined) edits.push({ span: entry.time.span, newText: changes.time });
  if (kind !== undefined && entry.kind !== undefined) edits.push({ span: entry.kind.span, newText: kind });
  if (changes.event !== undefined) edits.push({ span: entry.event.span, newText: oneLine(changes.event) });
  return edits;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*(?:\r\n?|\n)\s*/g, '<br>');
}
