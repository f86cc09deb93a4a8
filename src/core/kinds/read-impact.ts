import type { Located } from '../model/incident';
import { readStamp } from '../model/read-stamp';
import type { Stamp } from '../model/stamp';
import type { ImpactRow } from '../model/timeline-entry';
import { plainName } from './cell-text';
import type { ReadProblem } from './front-matter';
import type { DocumentSection } from './incident-document';
import { cellsOf, spanOf, type Table } from './tables';
import { type TimeReading, timeProblems } from './time-problems';

type ImpactColumn = 'system' | 'effect' | 'from' | 'until' | 'measure' | 'basis' | 'source';

const headers: ReadonlyMap<string, ImpactColumn> = new Map<string, ImpactColumn>([
  ['system', 'system'],
  ['systems', 'system'],
  ['service', 'system'],
  ['component', 'system'],
  ['effect', 'effect'],
  ['impact', 'effect'],
  ['description', 'effect'],
  ['from', 'from'],
  ['start', 'from'],
  ['started', 'from'],
  ['until', 'until'],
  ['to', 'until'],
  ['end', 'until'],
  ['ended', 'until'],
  ['measure', 'measure'],
  ['scope', 'measure'],
  ['basis', 'basis'],
  ['source', 'source'],
  ['evidence', 'source'],
]);

/** Rows of the tables under "Impact" that name a system or an effect. */
export function readImpact(
  tables: readonly Table[],
  sections: readonly DocumentSection[],
): { readonly rows: readonly ImpactRow[]; readonly problems: readonly ReadProblem[] } {
  const rows: ImpactRow[] = [];
  const readings: TimeReading[] = [];
  for (const table of tables) {
    if (!sections.some((section) => table.block > section.block && table.block < section.endBlock)) continue;
    const columns = new Map<ImpactColumn, number>();
    for (const [index, header] of table.columns.entries()) {
      const column = headers.get(header.replace(/\(.*?\)/g, '').trim());
      if (column !== undefined && !columns.has(column)) columns.set(column, index);
    }
    if (!columns.has('effect') && !columns.has('system')) continue;
    for (const row of table.rows) {
      if (row.reading.isEmpty) continue;
      const cells = cellsOf(row);
      const span = spanOf(row);
      const at = (column: ImpactColumn): Located =>
        cells[columns.get(column) ?? -1] ?? { text: '', span: { start: span.end, end: span.end } };
      const from = readTime(at('from'), undefined, readings);
      const until = readTime(at('until'), from, readings);
      rows.push({
        span,
        system: plainName(at('system').text),
        effect: at('effect'),
        ...(from && { from }),
        ...(until && { until }),
        fromCell: at('from'),
        untilCell: at('until'),
        measure: at('measure').text,
        basis: at('basis').text,
        source: at('source').text,
      });
    }
  }
  return { rows, problems: timeProblems(readings) };
}

/** Nothing is said about a time that is open on purpose. */
function readTime(time: Located, before: Stamp | undefined, readings: TimeReading[]): Stamp | undefined {
  if (/^(?:|[-–—?]|ongoing|open|now|n\/?a|tbd)$/i.test(time.text)) return undefined;
  const instant = before?.kind === 'exact' || before?.kind === 'about' ? before.at : undefined;
  const stamp = readStamp(time.text, instant);
  if (stamp === undefined) readings.push({ time, before: instant });
  else if ('unsure' in stamp) readings.push({ time, stamp, before: instant });
  return stamp;
}
