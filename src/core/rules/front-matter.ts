import { fieldOf } from '../kinds/front-matter';
import { fieldLines } from '../kinds/front-matter-problems';
import type { IncidentDocument } from '../kinds/incident-document';
import { message } from '../model/message';
import { problemsOf } from './problems-of';
import type { DocumentRule, Finding } from './rule';

export const frontMatter: DocumentRule = {
  id: 'front-matter',
  scope: 'document',
  summary: 'The keys and values of the front matter are known and readable.',
  severity: 'warning',
  appliesTo: ['incident-report', 'postmortem'],
  check: (document, { path }) => [...problemsOf(document, 'front-matter'), ...otherId(document, path)],
};

/** The id is the folder's name, which only the path tells. */
function otherId({ frontMatter, markdown: { text } }: IncidentDocument, path: string | undefined): readonly Finding[] {
  const folder = path?.split('/').at(-2);
  const field = fieldOf(frontMatter, 'id');
  if (folder === undefined || field === undefined || field.value === undefined || field.value === folder) return [];
  return [
    {
      span: field.valueSpan,
      message: message("id is kept in the folder's name; this one differs."),
      fixes: [{ kind: 'edit', title: message('Remove id'), edits: [{ span: fieldLines(text, field), newText: '' }] }],
    },
  ];
}
