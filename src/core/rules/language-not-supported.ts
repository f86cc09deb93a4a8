import { fieldOf } from '../kinds/front-matter';
import type { IncidentDocument } from '../kinds/incident-document';
import { packLanguageOf } from '../language/languages';
import { message } from '../model/message';
import type { Span } from '../model/text';
import { headOf } from './head-of';
import { languageOf } from './language-of';
import type { DocumentRule, Finding } from './rule';

/** Says once that the words of a document are not checked, rather than checking them by the rules of another language. */
export const languageNotSupported: DocumentRule = {
  id: 'language-not-supported',
  scope: 'document',
  summary: 'The words of a document are checked in its own language, or not at all.',
  severity: 'information',
  appliesTo: ['incident-report', 'postmortem'],
  check: (document, { conventions }) => {
    const language = languageOf(document, conventions);
    return packLanguageOf(language) === undefined ? [findingFor(document, language)] : [];
  },
};

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

const names: Readonly<Record<string, string>> = {
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
      message: message(
        'The words of this document are not checked: language {name}, the rules read English and German.',
        {
          name,
        },
      ),
    };
  }
  return {
    span: firstLineOfText(document),
    message: message(
      'The words of this document are not checked: it reads as {name}, the rules read English and German. Is it English? "lang: en" in the front matter says so.',
      { name },
    ),
  };
}
