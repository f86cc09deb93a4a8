import type { Conventions } from '../model/conventions';
import { instantOf, type Stamp } from '../model/stamp';
import type { DocumentStore } from '../ports';

export const untitled = 'Untitled incident';
/** The event of the first entry while there is no title that says what was seen. */
export const untitledStart = 'Impact started.';

const maxSlugLength = 60;

/** Letters that do not fall apart into a base letter and a mark. */
const foldings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Folder name before collisions are looked at: UTC date of the start (else of `now`) and the title's slug. */
export function incidentIdFor(title: string, started: Stamp | undefined, now: number): string {
  const at = (started === undefined ? undefined : instantOf(started)) ?? now;
  // The date leads, so that no id is a name that Windows keeps for a device (`con`, `lpt1`).
  return `${new Date(at).toISOString().slice(0, 10)}-${slugOf(title)}`;
}

/** Lower-case letters and digits of any script joined by hyphens, at most 60 characters; `incident` where none are. */
export function slugOf(title: string): string {
  return slugWords(title.trim() === '' ? untitled : title) || 'incident';
}

/** The same of any text; empty where it has no letter and no digit. */
export function slugWords(text: string): string {
  const folded = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => foldings[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC');
  const words = folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  return cut(words.join('-'));
}

/** Cuts at a hyphen where that leaves most of the slug, and never within a character. */
function cut(slug: string): string {
  const characters = [...slug];
  if (characters.length <= maxSlugLength) return slug;
  const hyphen = characters.lastIndexOf('-', maxSlugLength);
  return characters.slice(0, hyphen > maxSlugLength / 2 ? hyphen : maxSlugLength).join('');
}

/** Names in the folder of the incidents, any of which an id may not have; see {@link freeIdAmong}. */
export async function takenNames(store: DocumentStore, { folder }: Conventions): Promise<ReadonlySet<string>> {
  return namesIn(store, folder);
}

/** Every name in a folder, as {@link freeIdAmong} compares them. */
export async function namesIn(store: DocumentStore, folder: string): Promise<ReadonlySet<string>> {
  return new Set((await store.list(folder)).map(({ name }) => folded(name)));
}

/** The id itself, or with `-2`, `-3` … where the folder has that name in any case. */
export function freeIdAmong(taken: ReadonlySet<string>, wanted: string): string {
  let id = wanted;
  for (let count = 2; taken.has(folded(id)); count++) id = `${wanted}-${count}`;
  return id;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
