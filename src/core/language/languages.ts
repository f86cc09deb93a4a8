/** Codes of the languages that have a pack in `lexicon/`; known without loading it. */
export const packLanguages = ['en', 'de'] as const;
export type PackLanguage = (typeof packLanguages)[number];

/** The pack for a language tag: `de-AT` → `de`; nothing where there is none. */
export function packLanguageOf(tag: string): PackLanguage | undefined {
  const code = languageCode(tag);
  return packLanguages.find((one) => one === code);
}

/** `en-GB` → `en`. */
export function languageCode(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? tag;
}
