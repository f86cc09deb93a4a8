import * as vscode from 'vscode';
import type { ReportDocument } from '../../core/kinds/incident-document';
import type { Span } from '../../core/model/text';
import { entryAround, quoteSentence as quoteOperation, speakerName } from '../../core/operations/quote-sentence';
import { applyChange } from '../adapters/apply-change';
import { WriteRefusal } from '../adapters/refusal';
import type { OpenIncidentDocument } from '../editor/open-documents';
import { peopleOf } from '../editor/places';
import type { Services } from '../services';
import { isSpan, refuseOtherText } from './move-to-postmortem';
import { input, pick, runSteps, type Step } from './multi-step';
import { checkStart, readStart } from './start-time';

const { t } = vscode.l10n;

/** Puts the sentence at a finding in quotation marks behind its speaker; outside an entry it asks for the time too. */
export async function quoteSentence(services: Services, uri: unknown, span: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || !isSpan(span)) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const open = services.documents.get(document);
  if (open?.incident.kind !== 'incident-report') return;
  refuseOtherText(services, uri, span);
  const answers: Answers = { name: '', time: '' };
  const entry = entryAround(open.incident, span.start);
  const speaker = speakerStep(answers, peopleIn(open, open.incident, span));
  await runSteps(
    t('Quote with a Speaker'),
    entry === undefined ? [speaker, timeStep(services, open, answers)] : [speaker],
  );
  if (document.version !== open.version) throw new WriteRefusal('changed-meanwhile', uri, answers.name);
  const stamp = readStart(answers.time, services.now(), services.timeZone(open.folder.conventions));
  const edits = quoteOperation(open.incident, span, { name: answers.name, ...(stamp && { stamp }) });
  await applyChange(open.folder.root, { creates: [], edits: [{ path: open.path, base: document.getText(), edits }] });
}

interface Answers {
  name: string;
  time: string;
}

/** Whoever acts in the entry first, then in the incident, then in all of them. */
function peopleIn({ folder }: OpenIncidentDocument, report: ReportDocument, span: Span): readonly string[] {
  const here = entryAround(report, span.start)?.actors ?? [];
  const commander = report.commander === undefined ? [] : [report.commander];
  const others = report.entries.flatMap(({ actors }) => actors);
  return [...new Set([...here, ...commander, ...others, ...peopleOf(folder)])];
}

function speakerStep(answers: Answers, people: readonly string[]): Step {
  return async (place) => {
    const offered = (typed: string) => {
      const name = speakerName(typed);
      const isNew = name !== '' && !people.includes(name);
      const known = people.map((one) => ({ label: one, name: one }));
      return isNew ? [...known, { label: t('Write "{name}"', { name }), name, alwaysShow: true }] : known;
    };
    const chosen = await pick(place, {
      placeholder: t('Who said it? A name or a role'),
      items: offered(''),
      itemsFor: offered,
    });
    if (chosen === 'back') return 'back';
    answers.name = chosen[0]?.name ?? '';
    if (answers.name === '') throw new vscode.CancellationError();
    return 'next';
  };
}

function timeStep(services: Services, { folder }: OpenIncidentDocument, answers: Answers): Step {
  return async (place) => {
    const answer = await input(place, {
      prompt: t('When was it said?'),
      placeholder: t('14:05, -20m, yesterday 23:50, 2026-11-23 14:05Z. Enter for unknown'),
      value: answers.time,
      validate: (text) => checkStart(text, services.now(), services.timeZone(folder.conventions)),
    });
    if (answer === 'back') return 'back';
    answers.time = answer.text;
    return 'next';
  };
}
