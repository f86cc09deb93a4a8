import type { MarkdownDocument } from '../markdown/markdown-document';
import type { Conventions } from '../model/conventions';
import { plainName } from './cell-text';
import type { DocumentSection } from './incident-document';

/** Names under "Systems involved": the code of an item, else a known system, else what stands before its version or colon. */
export function readSystems(
  { blocks }: MarkdownDocument,
  sections: readonly DocumentSection[],
  { systems }: Conventions,
): readonly string[] {
  const known = systems.map((system) => system.name).sort((a, b) => b.length - a.length);
  const names = new Set<string>();
  for (const { block, endBlock } of sections) {
    for (const item of blocks.slice(block + 1, endBlock)) {
      if (item.kind !== 'list-item' || (item.level ?? 0) > 0) continue;
      const name = nameIn(
        item.text.slice(item.contentStart, Math.min(item.contentEnd, item.contentStart + 200)),
        known,
      );
      if (name !== '') names.add(name);
    }
  }
  return [...names];
}

function nameIn(item: string, known: readonly string[]): string {
  const code = /^\W*`([^`]+)`/.exec(item)?.[1];
  if (code !== undefined) return code.trim();
  const plain = plainName(item);
  const match = known.find(
    (name) => plain.toLowerCase().startsWith(name.toLowerCase()) && !/^[\w-]/.test(plain.slice(name.length)),
  );
  if (match !== undefined) return match;
  const name = plain.split(/:\s|:$|\s[-–—(]|,|\r|\n/)[0] ?? '';
  return plainName(name.replace(/\s+v?\d[\w.-]*$/, ''));
}
