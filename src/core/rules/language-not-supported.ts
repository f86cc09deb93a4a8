import { fieldOf, textOf } from '../kinds/front-matter';
import type { IncidentDocument } from '../kinds/incident-document';
import { detectLanguage } from '../language/document-language';
import type { Conventions } from '../model/conventions';
import { message } from '../model/message';
import type { Span } from '../model/text';
import { headOf } from './head-of';
import type { DocumentRule, Finding } from './rule';

/** Languages that a lexicon exists for. */
const supported: ReadonlySet<string> = new Set(['en']);

/** Says once that the words of a document are not checked, rather than checking them by the rules of another language. */
export const languageNotSupported: DocumentRule = {
  id: 'language-not-supported',
  scope: 'document',
  summary: 'The words of a document are checked in its own language, or not at all.',
  severity: 'information',
  appliesTo: ['incident-report', 'postmortem'],
  check: (document, { conventions }) => {
    const language = languageOf(document, conventions);
    return supported.has(language) ? [] : [findingFor(document, language)];
  },
};

/** Whether the language rules may read this document. */
export function isLanguageSupported(document: IncidentDocument, conventions: Conventions): boolean {
  return supported.has(languageOf(document, conventions));
}

/** What the front matter states, else the team where it writes in another language, else what the text reads as. */
function languageOf({ frontMatter, markdown }: IncidentDocument, { lang }: Conventions): string {
  const stated = textOf(frontMatter, 'lang') ?? (codeOf(lang) === 'en' ? undefined : lang);
  return stated === undefined ? detectLanguage(markdown) : codeOf(stated);
}

/** Not the title, where findings on the whole document stand: of two on one span the graver alone is shown. */
function firstLineOfText(document: IncidentDocument): Span {
  const { blocks, starts, text } = document.markdown;
  const index = blocks.findIndex(({ kind }) => kind === 'paragraph' || kind === 'list-item');
  const block = blocks[index];
  if (block === undefined) return headOf(document);
  const start = (starts[index] ?? 0) + block.contentStart;
  const length = text.slice(start).search(/[\r\n]/);
  return { start, end: length < 0 ? text.length : start + length };
}

/** `en-GB` → `en`. */
function codeOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? tag;
}

const names: Readonly<Record<string, string>> = {
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  pt: 'Portuguese',
  it: 'Italian',
  nl: 'Dutch',
};

function findingFor(document: IncidentDocument, language: string): Finding {
  const stated = fieldOf(document.frontMatter, 'lang');
  const name = Object.hasOwn(names, language) ? (names[language] ?? language) : language;
  if (stated !== undefined) {
    return {
      span: stated.valueSpan,
      message: message('The words of this document are not checked: language {name}, the rules read English.', {
        name,
      }),
    };
  }
  return {
    span: firstLineOfText(document),
    message: message(
      'The words of this document are not checked: it reads as {name}, the rules read English. Is it English? "lang: en" in the front matter says so.',
      { name },
    ),
  };
}
