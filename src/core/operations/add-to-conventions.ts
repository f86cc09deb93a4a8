import { OperationError } from '../errors';
import { writeYamlText } from '../kinds/yaml-text';
import { isEmpty, readYamlTree, treeAt, type YamlEntry } from '../kinds/yaml-tree';
import type { ConventionsList } from '../model/conventions';
import { message } from '../model/message';
import { lineEndingOf, type TextEdit } from '../model/text';

/** Edits of `.incidents.yml` after which a list has a name more, at its end; everything else stands as it was written. */
export function addToConventions(text: string, key: ConventionsList, name: string): readonly TextEdit[] {
  const { tree, errors } = readYamlTree(text);
  const map = treeAt(tree, []);
  if (errors.length > 0 || (map !== undefined && !isEmpty(map) && map.kind !== 'map')) throw unreadable();
  const entry = map?.kind === 'map' ? map.entries.find((one) => one.key === key) : undefined;
  const eol = lineEndingOf(text);
  if (entry === undefined) {
    const before = text === '' || /[\r\n]$/.test(text) ? '' : eol;
    return [insertion(text.length, `${before}${key}:${eol}  - ${writeYamlText(name)}${eol}`)];
  }
  return [inList(text, entry, { name, eol })];
}

function inList(text: string, { keySpan, value }: YamlEntry, { name, eol }: { name: string; eol: string }): TextEdit {
  if (isEmpty(value)) {
    const { end } = lineAround(text, keySpan.end);
    return insertion(end, `${eol}  - ${writeYamlText(name)}`);
  }
  if (value.kind !== 'list') throw unreadable();
  const last = value.items.at(-1);
  if (text[value.span.start] === '[') {
    const item = writeYamlText(name, { inList: true });
    if (last === undefined) return insertion(value.span.start + 1, item);
    return insertion(last.span.end, `, ${item}`);
  }
  const first = value.items[0];
  if (first === undefined || last === undefined) throw unreadable();
  const indent = text.slice(lineAround(text, first.span.start).start).match(/^[ \t]*/)?.[0] ?? '';
  return insertion(endOfItem(text, last.span.end), `${eol}${indent}- ${writeYamlText(name)}`);
}

/** A block's span may run to the lines below it. */
function endOfItem(text: string, end: number): number {
  const written = text.slice(0, end).trimEnd().length;
  return lineAround(text, written).end;
}

function lineAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = text.slice(offset).search(/[\r\n]/);
  return { start: before, end: length < 0 ? text.length : offset + length };
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function unreadable(): OperationError {
  return new OperationError('unreadable', message('.incidents.yml is not read as YAML; it was not changed.'));
}
