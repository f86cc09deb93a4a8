import * as vscode from 'vscode';
import type { Message } from '../../core/model/message';
import type { Rich } from '../../protocol/timeline-entry';

/**
 * A translated sentence whose values may stand out: those that are named in `strong`,
 * and of a finding the quoted words, which then need no quotes.
 */
export function richMessage(message: Message, strong: readonly string[] | 'quoted' = []): Rich {
  const template = vscode.l10n.t(message.template);
  const parts: Rich[number][] = [];
  let from = 0;
  for (const match of template.matchAll(/"\{(\w+)\}"|\{(\w+)\}/g)) {
    const [whole, quoted, plain] = match;
    const name = quoted ?? plain ?? '';
    const value = message.values?.[name];
    if (value === undefined) continue;
    const isStrong = strong === 'quoted' ? quoted !== undefined : strong.includes(name);
    const shown = isStrong || quoted === undefined ? String(value) : `"${value}"`;
    parts.push(template.slice(from, match.index), isStrong ? { strong: shown } : shown);
    from = match.index + whole.length;
  }
  parts.push(template.slice(from));
  return parts.filter((part) => part !== '');
}

export function joinRich(sentences: readonly Rich[]): Rich {
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [' ', ...sentence]));
}

/** The text of a cell as it reads: code stands out, of a link its words remain. */
export function richFromMarkdown(text: string): Rich {
  const shown = text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/!?\[([^\]\n]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2');
  return shown
    .split(/(`[^`\n]+`)/)
    .filter((part) => part !== '')
    .slice(0, 400)
    .map((part) =>
      part.length > 2 && part.startsWith('`') && part.endsWith('`') ? { code: part.slice(1, -1) } : part,
    );
}
