import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** Path of the file of ours that it names; absent for packages and built-in modules. */
  readonly target?: string;
  readonly isDynamic: boolean;
}

/** Every TypeScript file below a folder, with what it imports. */
export function readSources(folder: string): readonly SourceFile[] {
  return listFiles(folder)
    .filter((file) => /\.ts$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return { path: file, text, imports: [...importsOf(file, text)] };
    });
}

/** Every file below a folder, sorted, paths from the root with slashes. */
export function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'))
    .sort();
}

/** One circle of imports, as the paths along it, or nothing. */
export function findCircle(files: readonly SourceFile[]): readonly string[] | undefined {
  const targets = new Map(files.map((file) => [file.path, file.imports.flatMap(({ target }) => target ?? [])]));
  const done = new Set<string>();
  for (const start of targets.keys()) {
    const circle = walk(start, [], targets, done);
    if (circle) return circle;
  }
  return undefined;
}

function walk(
  file: string,
  trail: readonly string[],
  targets: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): readonly string[] | undefined {
  const at = trail.indexOf(file);
  if (at >= 0) return [...trail.slice(at), file];
  if (done.has(file)) return undefined;
  for (const target of targets.get(file) ?? []) {
    const circle = walk(target, [...trail, file], targets, done);
    if (circle) return circle;
  }
  done.add(file);
  return undefined;
}

const importPattern =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function* importsOf(file: string, text: string): Iterable<Import> {
  for (const [, fromClause, bare, dynamic] of text.matchAll(importPattern)) {
    const specifier = fromClause ?? bare ?? dynamic ?? '';
    const target = specifier.startsWith('.') ? resolve(file, specifier) : undefined;
    yield { specifier, isDynamic: dynamic !== undefined, ...(target !== undefined && { target }) };
  }
}

function resolve(file: string, specifier: string): string {
  const base = path.posix.join(path.posix.dirname(file), specifier);
  return [`${base}.ts`, `${base}/index.ts`, base].find((candidate) => existsSync(candidate)) ?? base;
}
