import { textOf } from '../kinds/front-matter';
import type { IncidentDocument } from '../kinds/incident-document';
import { detectLanguage } from '../language/document-language';
import { languageCode } from '../language/languages';
import type { Conventions } from '../model/conventions';

/** Code of what the front matter states, else the team where it writes in another language, else what the text reads as. */
export function languageOf({ frontMatter, markdown }: IncidentDocument, { lang }: Conventions): string {
  const stated = textOf(frontMatter, 'lang') ?? (languageCode(lang) === 'en' ? undefined : lang);
  return stated === undefined ? detectLanguage(markdown) : languageCode(stated);
}
