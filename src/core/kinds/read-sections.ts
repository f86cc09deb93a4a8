import type { MarkdownDocument } from '../markdown/markdown-document';
import { sectionsOf } from '../markdown/sections';
import type { Located } from '../model/incident';
import type { DocumentSection } from './incident-document';
import { sectionNameOf } from './section-names';

/** The document's sections with their standard names; the title is a section without one. */
export function documentSections(markdown: MarkdownDocument): readonly DocumentSection[] {
  const sections = sectionsOf(markdown);
  const title = sections.find((section) => section.level === 1);
  return sections.map((section) => {
    const name = section === title ? undefined : sectionNameOf(section.title);
    return name === undefined ? section : { ...section, name };
  });
}

/** The first heading of level 1. */
export function titleOf(sections: readonly DocumentSection[]): Located | undefined {
  const section = sections.find(({ level, title }) => level === 1 && title.trim() !== '');
  return section && { text: section.title, span: section.titleSpan };
}
