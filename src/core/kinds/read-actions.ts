import type { MarkdownDocument } from '../markdown/markdown-document';
import type { ActionItem } from '../model/cause';
import type { Located } from '../model/incident';
import { plainName, splitItems, trimSpan } from './cell-text';
import type { DocumentSection } from './incident-document';
import { cellsOf, spanOf, type Table } from './tables';

export type ActionColumn = 'id' | 'action' | 'type' | 'addresses' | 'owner' | 'due' | 'priority' | 'status' | 'proof';

const aliases: Readonly<Record<ActionColumn, readonly string[]>> = {
  id: ['id', '#', 'no', 'nr', 'number'],
  action: [
    'action',
    'actions',
    'action item',
    'action items',
    'item',
    'task',
    'description',
    'what',
    'follow-up',
    'title',
  ],
  type: ['type', 'kind', 'category'],
  addresses: ['addresses', 'cause', 'causes', 'for'],
  owner: ['owner', 'owners', 'assignee', 'who', 'responsible', 'dri'],
  due: ['due', 'due date', 'deadline', 'by', 'when', 'target date', 'eta'],
  priority: ['priority', 'prio'],
  status: ['status', 'state', 'done'],
  proof: ['proof', 'evidence', 'link', 'ticket', 'issue', 'pr', 'tracking'],
};

const columnNames: ReadonlyMap<string, ActionColumn> = new Map(
  (Object.entries(aliases) as readonly [ActionColumn, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name): [string, ActionColumn] => [name, column]),
  ),
);

/** What a column of an actions table holds, by its header in small letters. */
export function actionColumnOf(header: string): ActionColumn | undefined {
  return columnNames.get(header.replace(/\(.*?\)/g, '').trim());
}

/** Rows of the tables, and items of the lists, in the sections for actions; people come without `@`. */
export function readActions(
  markdown: MarkdownDocument,
  sections: readonly DocumentSection[],
  tables: readonly Table[],
): readonly ActionItem[] {
  const actions: ActionItem[] = [];
  const byBlock = new Map(tables.map((table) => [table.block, table]));
  let readUntil = 0;
  for (const { name, block, endBlock } of sections) {
    if (name !== 'Corrective and preventive actions') continue;
    for (let index = Math.max(block + 1, readUntil); index < endBlock; index++) {
      const table = byBlock.get(index);
      if (table !== undefined) actions.push(...readTable(markdown.text, table));
      else if (markdown.blocks[index]?.kind === 'list-item') actions.push(...readItem(markdown, index));
    }
    readUntil = Math.max(readUntil, endBlock);
  }
  return actions;
}

function readTable(text: string, table: Table): readonly ActionItem[] {
  const columns = new Map<ActionColumn, number>();
  for (const [index, header] of table.columns.entries()) {
    const column = actionColumnOf(header);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  if (!columns.has('action')) return [];
  return table.rows.flatMap((row) => {
    if (row.reading.isEmpty) return [];
    const cells = cellsOf(row);
    const span = spanOf(row);
    const at = (column: ActionColumn): Located | undefined => {
      const cell = cells[columns.get(column) ?? -1];
      return cell === undefined || cell.text === '' ? undefined : cell;
    };
    const optional = (['type', 'due', 'priority', 'status', 'proof'] as const).flatMap((column) => {
      const cell = at(column);
      return cell === undefined ? [] : [[column, cell] as const];
    });
    const id = at('id');
    const owner = at('owner');
    const addresses = at('addresses');
    return [
      {
        span,
        ...(id && { id: { text: plainName(id.text), span: id.span } }),
        action: at('action') ?? { text: '', span: { start: span.end, end: span.end } },
        addresses: addresses === undefined ? [] : splitItems(text, addresses.span).map((item) => plainName(item.text)),
        ...(owner && { owner: { text: owner.text.replace(/^@/, ''), span: owner.span } }),
        ...Object.fromEntries(optional),
      },
    ];
  });
}

/** `- [ ] text` and `- text` at the outer level, as other templates have them. */
function readItem({ text, blocks, starts }: MarkdownDocument, index: number): readonly ActionItem[] {
  const block = blocks[index];
  if (block === undefined || (block.level ?? 0) > 0) return [];
  const start = starts[index] ?? 0;
  const span = trimSpan(text, { start: start + block.contentStart, end: start + block.contentEnd });
  const box = /^\[([ xX])\]\s+/.exec(text.slice(span.start, span.start + 8));
  const action = { start: span.start + (box?.[0].length ?? 0), end: span.end };
  if (action.start >= action.end) return [];
  const words = text.slice(action.start, action.end).replace(/\s*(?:\r\n|\r|\n)\s*/g, ' ');
  const status = box === null ? undefined : { start: span.start + 1, end: span.start + 2 };
  return [
    {
      span,
      action: { text: words, span: action },
      addresses: [],
      ...(status && { status: { text: box?.[1] === ' ' ? 'open' : 'done', span: status } }),
    },
  ];
}
