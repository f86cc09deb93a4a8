import type { ReportDocument } from '../kinds/incident-document';
import { nearest } from '../kinds/near';
import { message } from '../model/message';
import type { Span } from '../model/text';
import type { DocumentRule, Finding } from './rule';

export const unknownSystem: DocumentRule = {
  id: 'unknown-system',
  scope: 'document',
  summary: 'The systems of entries and impact rows are those of .incidents.yml, where it names any.',
  severity: 'information',
  appliesTo: ['incident-report'],
  whileOpen: 'silent',
  *check(document, { conventions: { systems } }) {
    if (document.kind !== 'incident-report' || systems.length === 0) return;
    const names = systems.map(({ name }) => name);
    const known = new Set(names.map((name) => name.toLowerCase()));
    const unknown = new Map<string, Span[]>();
    for (const { name, row } of namedSystems(document)) {
      if (name === '' || known.has(name.toLowerCase())) continue;
      const place = placeOf(document, name, row);
      if (place === undefined) continue;
      const places = unknown.get(name);
      if (places === undefined) unknown.set(name, [place]);
      else places.push(place);
    }
    for (const [name, places] of unknown) yield findingOf(name, places, nearest(name, names));
  },
};

function* namedSystems({ entries, impact }: ReportDocument): Iterable<{ readonly name: string; readonly row: Span }> {
  for (const { system, span } of impact) yield { name: system, row: span };
  for (const { systems, span } of entries) for (const name of systems) yield { name, row: span };
}

/** The name in its cell; a cell that writes it differently, such as with an escape, is left alone. */
function placeOf({ markdown: { text } }: ReportDocument, name: string, row: Span): Span | undefined {
  const written = text.slice(row.start, row.end);
  for (let at = written.indexOf(name); at >= 0; at = written.indexOf(name, at + 1)) {
    const isWhole =
      /[|,`\s(]$|^$/.test(written.slice(0, at)) && /^(?:[|,`\s)]|$)/.test(written.slice(at + name.length));
    if (isWhole) return { start: row.start + at, end: row.start + at + name.length };
  }
  return undefined;
}

/** One for each name, at its first place; the fix changes them all. */
function findingOf(name: string, places: readonly Span[], near: string | undefined): Finding {
  const template =
    near === undefined ? '"{name}" is not a system here.' : '"{name}" is not a system here. Near it: {near}.';
  return {
    span: places[0] ?? { start: 0, end: 0 },
    message: message(template, { name, near: near ?? '' }),
    fixes: [
      ...(near === undefined
        ? []
        : [
            {
              kind: 'edit' as const,
              title: message('Change to {near}', { near }),
              edits: places.map((span) => ({ span, newText: near })),
            },
          ]),
      {
        kind: 'add-to-conventions',
        title: message('Add "{name}" to {file}', { name, file: '.incidents.yml' }),
        key: 'systems',
        name,
      },
    ],
  };
}
