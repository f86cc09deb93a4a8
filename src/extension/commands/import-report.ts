import * as vscode from 'vscode';
import type { ImportReading } from '../../core/import/candidate';
import type { Message } from '../../core/model/message';
import { type ImportedTimeline, importResult } from '../../core/operations/import-timeline';
import { leftOutLines } from '../../core/operations/import-words';
import { toMarkdownText, translate } from '../convert';
import { incidentTitle } from '../views/words';
import type { PlacedIncident } from '../workspace/incident-folders';

const { t } = vscode.l10n;

export interface ImportOutcome extends Omit<ImportedTimeline, 'edits'> {
  readonly reading: ImportReading;
  readonly placed: PlacedIncident;
}

/** Every guess, what was assumed and what was left out, in a document of no file. */
export async function showImportReport(outcome: ImportOutcome): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: reportText(outcome) });
  await vscode.window.showTextDocument(document, { preview: true });
}

function reportText(outcome: ImportOutcome): string {
  const { placed, reading, added } = outcome;
  const guesses = added.flatMap(({ candidate: { kind, guess, event }, id }) =>
    guess === undefined ? [] : [`${id} ${kind}: ${said(guess)}. ${toMarkdownText(event)}`],
  );
  return [
    `# ${t('Import into {incident}', { incident: toMarkdownText(incidentTitle(placed.incident)) })}`,
    '',
    importResult(outcome).map(translate).join(' '),
    ...section(t('Guessed kinds'), guesses),
    ...section(t('Assumed'), reading.notes.map(said)),
    ...section(t('Left out'), leftOutWords(reading)),
    '',
  ].join('\n');
}

function leftOutWords(reading: ImportReading): readonly string[] {
  return leftOutLines(reading).map(({ words, places }) =>
    places === undefined ? said(words) : `${said(words)} (${toMarkdownText(places)})`,
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)];
}

function said(words: Message): string {
  return toMarkdownText(translate(words));
}
