import { freeIdAmong, slugWords } from './incident-id';

/** Names that Windows keeps for devices, whatever their ending. */
const deviceName = /^(?:con|prn|aux|nul|clock|com\d|lpt\d)$/;

/**
 * A name that every file system takes: letters and digits of any script joined by hyphens, and a short ending.
 * Folders, blanks and signs of the proposed name go; the case too, so that names do not differ by it alone.
 */
export function evidenceName(proposed: string): string {
  const base = proposed.slice(-maxRead).replace(/^.*[/\\]/s, '');
  const [, stem = base, ending = ''] = /^(.*)\.([a-z0-9]{1,10})$/is.exec(base) ?? [];
  const slug = slugWords(stem) || 'evidence';
  const safe = deviceName.test(slug) ? `${slug}-file` : slug;
  return ending === '' ? safe : `${safe}.${ending.toLowerCase()}`;
}

/** The name itself, or with `-2`, `-3` … before its ending where it is taken in any case. */
export function freeEvidenceName(taken: ReadonlySet<string>, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  if (ending === '') return freeIdAmong(taken, stem);
  const stems = [...taken].flatMap((one) => (one.endsWith(ending) ? [one.slice(0, -ending.length)] : []));
  return freeIdAmong(new Set(stems), stem) + ending;
}

/** A proposed name comes from a clipboard or another program and may be of any length. */
const maxRead = 1_000;
