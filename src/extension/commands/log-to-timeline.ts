import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { readDocument } from '../../core/kinds';
import type { ReportDocument } from '../../core/kinds/incident-document';
import { readMarkdown } from '../../core/markdown/read-markdown';
import { type Message, message } from '../../core/model/message';
import type { EntryDraft } from '../../core/operations/add-timeline-entry';
import type { LogLineContext } from '../../core/operations/parse-log-line';
import { fieldsOfLine } from '../forms/handed-line';
import { saveEntry } from '../forms/save-entry';
import { openTimelineEntry } from '../forms/timeline-entry';
import type { Services } from '../services';
import { incidentTitle, isIncidentOpen } from '../views/words';
import type { PlacedIncident } from '../workspace/incident-folders';
import { incidentFor, pickIncident } from './incident-argument';
import { type LineItem, lineItems, notSavedItem, readOnlyReport, timeOf } from './log-line-items';
import { openAt } from './open-at';
import { reportEdit } from './report-edit';

const { t } = vscode.l10n;

/** One line, one Enter: an entry at its place in time. A quick fix hands over how the line begins. */
export async function logToTimeline(services: Services, argument: unknown, beginning: unknown): Promise<void> {
  const options = {
    title: t('Log to Timeline'),
    filter: ({ incident }: PlacedIncident) => incident.report !== undefined && isIncidentOpen(incident),
    none: message('No incident is open.'),
    offersReport: true,
    isRemembered: true,
  };
  const placed = await incidentFor(services, argument, options);
  const { folder } = placed;
  const path = placed.incident.report?.path;
  const text = path === undefined ? undefined : await folder.store.read(path);
  if (path === undefined || text === undefined) {
    throw new OperationError('not-found', message('{incident} has no report.', { incident: placed.incident.id }));
  }
  const line = typeof beginning === 'string' ? beginning : '';
  const report = readDocument(readMarkdown(text), folder.conventions, 'incident-report');
  if (report?.kind !== 'incident-report') return;
  const ending = await askLine(services, placed, {
    report,
    line,
    hasOthers: services.folders.incidents().filter(options.filter).length > 1,
    save: (draft) => save(services, placed, path, draft),
  });
  if (ending.to === 'form') {
    const handed = fieldsOfLine(ending.line, contextOf(services, placed));
    await openTimelineEntry(services, placed, handed === undefined ? {} : { handed });
  }
  if (ending.to === 'other') {
    const other = await pickIncident(services, options);
    await logToTimeline(services, { folder: other.folder, incidentId: other.incident.id }, ending.line);
  }
  if (ending.to === 'timeline') await openAt(folder.uriOf(path), timelineStart(report));
}

type Ending = { readonly to: 'saved' | 'timeline' } | { readonly to: 'form' | 'other'; readonly line: string };

/** The text is read again before writing, so that what was saved meanwhile stays. */
async function save(services: Services, { folder }: PlacedIncident, path: string, draft: EntryDraft): Promise<void> {
  const { applied } = await saveEntry(folder, path, { draft, moves: [], now: services.now() });
  await folder.update([path]);
  const time = timeOf(draft);
  const uri = folder.uriOf(path);
  const said =
    time === undefined
      ? t('Logged {event}', { event: draft.event })
      : t('Logged {time}, {event}', { time, event: draft.event });
  if (vscode.window.activeTextEditor?.document.uri.toString() !== uri.toString()) {
    reportEdit(services, said, applied, uri);
  }
}

interface Asking {
  /** As it was when the box opened, for the preview; read once, since every key asks it. */
  readonly report: ReportDocument;
  /** What stands in it at first. */
  readonly line: string;
  /** More than one incident is open, so that there is a way to the others. */
  readonly hasOthers: boolean;
  readonly save: (draft: EntryDraft) => Promise<void>;
}

/** The box stays open, and the line in it, until the entry is written. */
async function askLine(
  services: Services,
  placed: PlacedIncident,
  { report, line: first, hasOthers, save }: Asking,
): Promise<Ending> {
  const box = vscode.window.createQuickPick<LineItem>();
  box.title = t('Log to {incident}', { incident: incidentTitle(placed.incident) });
  box.placeholder = t('14:05 what was observed  #kind  @who  link');
  box.ignoreFocusOut = true;
  const openForm: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('edit'), tooltip: t('Open in form') };
  const showTimeline = { iconPath: new vscode.ThemeIcon('history'), tooltip: t('Show timeline') };
  const { Back } = vscode.QuickInputButtons;
  box.buttons = [...(hasOthers ? [Back] : []), openForm, showTimeline];
  const show = (line: string) => {
    box.items = lineItems(line, report, contextOf(services, placed));
  };
  box.value = first;
  show(first);
  box.onDidChangeValue(show);
  const take = async (draft: EntryDraft): Promise<boolean> => {
    box.busy = true;
    try {
      await save(draft);
      return true;
    } catch (error) {
      box.items = [
        notSavedItem(draft, sayOf(services, error)),
        ...lineItems(box.value, report, contextOf(services, placed)),
      ];
      return false;
    } finally {
      box.busy = false;
    }
  };
  try {
    return await new Promise<Ending>((resolve, reject) => {
      box.onDidAccept(() => {
        const choice = box.activeItems[0]?.choice;
        if (choice === undefined || box.busy) return;
        if (choice === 'form') resolve({ to: 'form', line: box.value });
        else if ('complete' in choice) {
          box.value = choice.complete;
          show(box.value);
        } else {
          take(choice).then((isSaved) => isSaved && resolve({ to: 'saved' }), reject);
        }
      });
      box.onDidTriggerButton((button) => {
        if (button === showTimeline) resolve({ to: 'timeline' });
        else resolve({ to: button === openForm ? 'form' : 'other', line: box.value });
      });
      box.onDidHide(() => reject(new vscode.CancellationError()));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

function sayOf({ log }: Services, error: unknown): Message {
  if (error instanceof OperationError) return error.code === 'not-writable' ? readOnlyReport : error.say;
  log.error('The entry could not be logged', error);
  return message('That did not work. The log says why.');
}

function contextOf(services: Services, { folder: { conventions } }: PlacedIncident): LogLineContext {
  return { now: services.now(), timeZone: services.timeZone(conventions), conventions };
}

function timelineStart({ sections }: ReportDocument): number {
  return sections.find(({ name }) => name === 'Timeline')?.span.start ?? 0;
}
