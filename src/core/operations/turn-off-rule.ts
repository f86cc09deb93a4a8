import { OperationError } from '../errors';
import { isEmpty, readYamlTree, treeAt, type YamlEntry, type YamlTree } from '../kinds/yaml-tree';
import { message } from '../model/message';
import { lineEndingOf, type TextEdit } from '../model/text';

/** Edits of `.incidents.yml` after which the rule is off for the team; everything else stands as it was written. */
export function turnOffRule(text: string, rule: string): readonly TextEdit[] {
  const { tree, errors } = readYamlTree(text);
  if (errors.length > 0) throw unreadable();
  const lineEnding = lineEndingOf(text);
  const lint = entryOf(tree, 'lint');
  if (lint === undefined) {
    const before = text === '' || /[\r\n]$/.test(text) ? '' : lineEnding;
    return [insertion(text.length, `${before}lint:${lineEnding}  ${rule}: off${lineEnding}`)];
  }
  const known = entryOf(lint.value, rule);
  if (known !== undefined) {
    const { span } = known.value;
    return isEmpty(known.value) ? [insertion(known.keySpan.end + 1, ' off')] : [{ span, newText: 'off' }];
  }
  return [inLint(text, lint, `${rule}: off`)];
}

function inLint(text: string, lint: YamlEntry, line: string): TextEdit {
  if (isEmpty(lint.value)) return insertion(lint.keySpan.end + 1, `${lineEndingOf(text)}  ${line}`);
  if (lint.value.kind !== 'map') throw unreadable();
  const { span, entries } = lint.value;
  if (text[span.start] === '{') return insertion(span.start + 1, entries.length === 0 ? ` ${line} ` : ` ${line},`);
  const first = entries[0];
  if (first === undefined) throw unreadable();
  const lineStart =
    Math.max(text.lastIndexOf('\n', first.keySpan.start - 1), text.lastIndexOf('\r', first.keySpan.start - 1)) + 1;
  const indent = text.slice(lineStart, first.keySpan.start);
  return insertion(lineStart, `${indent}${line}${lineEndingOf(text)}`);
}

function entryOf(tree: YamlTree | undefined, key: string): YamlEntry | undefined {
  const map = treeAt(tree, []);
  return map?.kind === 'map' ? map.entries.find((entry) => entry.key === key) : undefined;
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function unreadable(): OperationError {
  return new OperationError('unreadable', message('.incidents.yml is not read as YAML; it was not changed.'));
}
