import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { entryKinds } from '../../core/model/entry-kind';
import { message } from '../../core/model/message';
import { instantOf } from '../../core/model/stamp';
import { formatClock } from '../../core/model/time-text';
import { addTimelineEntry, type EntryDraft, entryPlace } from '../../core/operations/add-timeline-entry';
import { findCausalWord } from '../../core/operations/find-causal-word';
import { parseLogLine } from '../../core/operations/parse-log-line';
import { applyChange } from '../adapters/apply-change';
import { commandIds } from '../contributions';
import { translate } from '../convert';
import type { Services } from '../services';
import { entryIcon } from '../views/icons';
import { incidentTitle, isIncidentOpen } from '../views/words';
import type { PlacedIncident } from '../workspace/incident-folders';
import { incidentFor } from './incident-argument';
import { reportEdit } from './report-edit';

const { t } = vscode.l10n;

/** One line, one Enter: an entry at its place in time. */
export async function logToTimeline(services: Services, argument: unknown): Promise<void> {
  const placed = await incidentFor(services, argument, {
    title: t('Log to Timeline'),
    filter: ({ incident }) => incident.report !== undefined && isIncidentOpen(incident),
  });
  const path = placed.incident.report?.path;
  const text = path === undefined ? undefined : await placed.folder.store.read(path);
  if (path === undefined || text === undefined) {
    throw new OperationError('not-found', message('{incident} has no report.', { incident: placed.incident.id }));
  }
  const draft = await askLine(services, placed, text);
  if (draft === 'form') {
    await vscode.commands.executeCommand(commandIds.addTimelineEntry, placed.folder.uriOf(path));
    return;
  }
  await save(services, placed, path, draft);
}

interface LineItem extends vscode.QuickPickItem {
  /** What Enter does with it; nothing where the line cannot be saved yet. */
  readonly choice?: EntryDraft | 'form' | { readonly complete: string };
}

/** The text is read again before writing, so that what was saved meanwhile stays. */
async function save(services: Services, placed: PlacedIncident, path: string, draft: EntryDraft): Promise<void> {
  const { folder } = placed;
  const base = await folder.store.read(path);
  if (base === undefined) throw new OperationError('not-found', message('{file} is no longer there.', { file: path }));
  const { edits } = addTimelineEntry(base, draft, folder.conventions);
  const applied = await applyChange(folder.root, { creates: [], edits: [{ path, base, edits }] });
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

async function askLine(services: Services, placed: PlacedIncident, text: string): Promise<EntryDraft | 'form'> {
  const box = vscode.window.createQuickPick<LineItem>();
  box.title = t('Log to {incident}', { incident: incidentTitle(placed.incident) });
  box.placeholder = t('14:05 what was observed  #kind  @who  link');
  box.ignoreFocusOut = true;
  const openForm: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('edit'), tooltip: t('Open in form') };
  box.buttons = [openForm];
  const show = (line: string) => {
    box.items = itemsFor(services, placed, line, text);
  };
  show('');
  box.onDidChangeValue(show);
  try {
    return await new Promise((resolve, reject) => {
      box.onDidAccept(() => {
        const choice = box.activeItems[0]?.choice;
        if (choice === undefined) return;
        if (typeof choice === 'object' && 'complete' in choice) {
          box.value = choice.complete;
          show(box.value);
        } else resolve(choice);
      });
      box.onDidTriggerButton(() => resolve('form'));
      box.onDidHide(() => reject(new vscode.CancellationError()));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

function itemsFor(services: Services, { folder }: PlacedIncident, line: string, text: string): readonly LineItem[] {
  const form: LineItem = { label: t('Open the form instead'), alwaysShow: true, choice: 'form' };
  if (line.trim() === '') return [{ label: t('Type what was observed. Enter saves.'), alwaysShow: true }, form];
  const { conventions } = folder;
  const kinds = kindItems(line, conventions.entryKinds);
  const context = { now: services.now(), timeZone: services.timeZone(conventions), conventions };
  const whole = parseLogLine(line, context);
  // A kind that is still being typed is left out of the preview, and Enter completes it before anything is saved.
  const isOpen = 'problem' in whole && kinds.length > 0;
  const read = isOpen ? parseLogLine(line.slice(0, line.lastIndexOf('#')), context) : whole;
  if ('problem' in read) return [{ label: translate(read.problem), alwaysShow: true }, ...kinds, form];
  const { draft } = read;
  const { id, after } = entryPlace(text, draft.stamp, conventions);
  const links = draft.evidence.length;
  const place =
    after === undefined ? t('Enter adds it as {id}', { id }) : t('Enter adds it as {id}, after {after}', { id, after });
  const cue = findCausalWord(draft.event, conventions);
  const item: LineItem = {
    label: ['$(check)', timeOf(draft, true) ?? t('time unknown'), '', draft.event].join(' '),
    description: [
      draft.kind,
      ...draft.actors,
      links === 0 ? '' : links === 1 ? t('1 link') : t('{count} links', { count: links }),
    ]
      .filter(Boolean)
      .join(', '),
    detail: cue === undefined ? place : t('"{cue}" gives a cause; it can move to the postmortem later', { cue }),
    alwaysShow: true,
    choice: (isOpen ? kinds[0]?.choice : undefined) ?? draft,
  };
  return [item, ...kinds];
}

/** Kinds that fit the open `#token` at the line's end. */
function kindItems(
  line: string,
  own: readonly { readonly name: string; readonly definition: string }[],
): readonly LineItem[] {
  const token = /#([\p{L} -]*)$/u.exec(line)?.[1];
  if (token === undefined) return [];
  const before = line.slice(0, line.length - token.length);
  return [...entryKinds, ...own]
    .filter(({ name }) => name.startsWith(token) && name !== token)
    .map(({ name, definition }) => ({
      label: `#${name}`,
      description: definition,
      iconPath: entryIcon(name),
      alwaysShow: true,
      choice: { complete: `${before}${name} ` },
    }));
}

function timeOf({ stamp }: EntryDraft, withSeconds = false): string | undefined {
  const at = instantOf(stamp);
  return at === undefined
    ? undefined
    : formatClock(at, { seconds: withSeconds && 'seconds' in stamp && stamp.seconds });
}
