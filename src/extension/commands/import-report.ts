import * as vscode from 'vscode';
import type { ImportReading } from '../../core/import/candidate';
import type { Message } from '../../core/model/message';
import { type ImportedTimeline, importResult } from '../../core/operations/import-timeline';
import { leftOutLines } from '../../core/operations/import-words';
import { toLegibleMarkdown, translate } from '../convert';
import { incidentTitle } from '../views/words';
import type { PlacedIncident } from '../workspace/incident-folders';
import { showText } from './show-text';

const { t } = vscode.l10n;

export interface ImportOutcome extends Omit<ImportedTimeline, 'edits'> {
  readonly reading: ImportReading;
  readonly placed: PlacedIncident;
}

/** Whether there is more to say of an import than how many entries it added. */
export function hasImportReport({ reading, added }: ImportOutcome): boolean {
  const isGuessed = added.some(({ candidate }) => candidate.guess !== undefined);
  return isGuessed || reading.notes.length > 0 || reading.leftOut.length > 0;
}

/** Every guess, what was assumed and what was left out, in a document of no file. */
export async function showImportReport(outcome: ImportOutcome): Promise<void> {
  await showText(`${t('Import')}.md`, reportText(outcome));
}

function reportText(outcome: ImportOutcome): string {
  const { placed, reading, added } = outcome;
  const guesses = added.flatMap(({ candidate: { kind, guess, event }, id }) =>
    guess === undefined ? [] : [`${id} ${kind}: ${said(guess)}. ${toLegibleMarkdown(event)}`],
  );
  return [
    `# ${t('Import into {incident}', { incident: toLegibleMarkdown(incidentTitle(placed.incident)) })}`,
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
    places === undefined ? said(words) : `${said(words)} (${toLegibleMarkdown(places)})`,
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)];
}

function said(words: Message): string {
  return toLegibleMarkdown(translate(words));
}
