/** What the reader knows a column of the timeline by. */
export type TimelineColumn = 'time' | 'date' | 'kind' | 'event' | 'evidence' | 'id' | 'system' | 'actor';

/** The column that a header names, whatever its case; nothing for columns of the team's own. */
export function timelineColumnOf(header: string): TimelineColumn | undefined {
  const plain = header
    .slice(0, 80)
    .toLowerCase()
    .replace(/[*_`]/g, '')
    .replace(/\(.*?\)/g, ' ')
    .replace(/\b(?:in|all)\b.*$/, ' ')
    .replace(/\b(?:utc|gmt|cet|cest|bst|pst|pdt|est|edt)\b/g, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return columns.get(plain);
}

/** Offset in the form of a stamp that the header of a time column states for all its rows: `Time (UTC)`. */
export function offsetInHeader(header: string): string | undefined {
  const match = /\b(?:UTC|GMT)(?:\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?)?|\(Z\)/i.exec(header);
  if (match === null) return undefined;
  const [, sign, hours, minutes = '00'] = match;
  return sign === undefined || hours === undefined ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

const aliases: Readonly<Record<TimelineColumn, readonly string[]>> = {
  time: ['time', 'timestamp', 'when', 'date and time', 'date time', 'datetime', 'at', 'occurred'],
  date: ['date', 'day'],
  kind: ['kind', 'type', 'category'],
  event: [
    'event',
    'events',
    'description',
    'what',
    'what happened',
    'details',
    'detail',
    'observation',
    'entry',
    'activity',
  ],
  evidence: ['evidence', 'link', 'links', 'source', 'sources', 'reference', 'references', 'proof'],
  id: ['id', 'no', 'nr', 'entry id'],
  system: ['system', 'systems', 'service', 'services', 'component', 'components'],
  actor: ['actor', 'actors', 'who', 'person', 'people', 'by', 'responder', 'responders'],
};

const columns: ReadonlyMap<string, TimelineColumn> = new Map(
  (Object.entries(aliases) as readonly [TimelineColumn, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name): [string, TimelineColumn] => [name, column]),
  ),
);
