import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import { readDocument } from '../../core/kinds';
import { readMarkdown } from '../../core/markdown/read-markdown';
import { message } from '../../core/model/message';
import { instantOf } from '../../core/model/stamp';
import { formatClock, formatUtc, utcDate } from '../../core/model/time-text';
import type { EntryDraft } from '../../core/operations/add-timeline-entry';
import { readPastedLine } from '../../core/operations/read-entry-time';
import {
  type Banner,
  type EntryFields,
  type FromWebview,
  freshFields,
  type IncidentKey,
  parseFromWebview,
  type ToWebview,
} from '../../protocol/timeline-entry';
import type { AppliedChange } from '../adapters/apply-change';
import { guard } from '../commands/guard';
import { openAt } from '../commands/open-at';
import { translate } from '../convert';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { type EntryDrafts, entryDrafts } from './entry-drafts';
import { draftOf } from './entry-fields';
import { entryPreview, type PreviewContext, timeOf } from './entry-preview';
import { type FormReport, formReport, formView } from './entry-view';
import { handedOver } from './handed-line';
import { saveEntry } from './save-entry';
import { webviewPage } from './webview-page';

const { t } = vscode.l10n;
/** Milliseconds in which changes of the report are shown together. */
const changePause = 100;

/** The panel of one incident: answers its page, saves what it asks for, follows the report. Lives as long as the panel. */
export class TimelineEntryForm implements vscode.Disposable {
  readonly #services: Services;
  readonly #placed: PlacedIncident;
  readonly #panel: vscode.WebviewPanel;
  readonly #key: IncidentKey;
  readonly #path: string;
  readonly #drafts: EntryDrafts;
  readonly #disposables: vscode.Disposable[] = [];
  #report: FormReport | undefined;
  #banner: Banner | undefined;
  #saved: { readonly id: string; readonly fields: EntryFields; readonly applied: AppliedChange } | undefined;
  /** What the page is to take over once it can. */
  #handed: EntryFields | undefined;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;
  /** Messages are answered one after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(services: Services, placed: PlacedIncident, panel: vscode.WebviewPanel) {
    const { folder, incident } = placed;
    this.#services = services;
    this.#placed = placed;
    this.#panel = panel;
    this.#key = { folder: folder.root.toString(), incident: incident.id };
    this.#path = incident.report?.path ?? `${incident.folder}/report.md`;
    this.#drafts = entryDrafts(services.memory, this.#key);
  }

  async start(): Promise<void> {
    const { folders, extensionUri } = this.#services;
    const { webview, title } = this.#panel;
    const uri = this.#uri.toString();
    const { root } = this.#placed.folder;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, this.#path));
    this.#disposables.push(
      watcher,
      watcher.onDidCreate(() => this.#readSoon()),
      watcher.onDidChange(() => this.#readSoon()),
      watcher.onDidDelete(() => this.#readSoon()),
      webview.onDidReceiveMessage((value: unknown) => this.#receive(value)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === uri) this.#readSoon();
      }),
      folders.onDidChangeIncidents(({ folder }) => {
        if (folder === this.#placed.folder) this.#readSoon();
      }),
      folders.onDidChangeConventions((folder) => {
        if (folder === this.#placed.folder) this.#readSoon();
      }),
    );
    await this.#read();
    webview.html = webviewPage(webview, { extensionUri, name: 'timeline-entry', title });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  hand(fields: EntryFields): void {
    const draft = this.#drafts.get()?.fields;
    this.#handed = draft === undefined ? fields : handedOver(draft, fields);
    this.#drafts.keep(this.#handed, this.#services.now());
    if (this.#isReady && this.#panel.visible) this.#postHanded();
  }

  #postHanded(): void {
    if (this.#handed === undefined) return;
    this.#post({ type: 'handed', fields: this.#handed });
    this.#handed = undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables.splice(0)) disposable.dispose();
    this.#panel.dispose();
  }

  get #uri(): vscode.Uri {
    return this.#placed.folder.uriOf(this.#path);
  }

  get #fileName(): string {
    return this.#path.slice(this.#path.lastIndexOf('/') + 1);
  }

  #post(sent: ToWebview): void {
    void this.#panel.webview.postMessage(sent);
  }

  #receive(value: unknown): void {
    const received = parseFromWebview(value);
    if (received === undefined) {
      this.#services.log.warn('A message of the timeline-entry form was not understood');
      return;
    }
    this.#queue = this.#queue.then(() =>
      guard(this.#services.log, `timeline-entry ${received.type}`, () => this.#answer(received)),
    );
  }

  async #answer(received: FromWebview): Promise<void> {
    switch (received.type) {
      case 'ready':
        return this.#begin();
      case 'input':
        this.#keep(received.fields);
        return this.#preview(received);
      case 'paste':
        return this.#takePasted(received);
      case 'save':
        return this.#save(received);
      case 'undo':
        return this.#undo(received.id);
      case 'open':
        return this.#open(received.id);
      case 'copy':
        return void (await vscode.env.clipboard.writeText(received.fields.event));
      case 'discard':
        return this.#drafts.discard();
    }
  }

  #begin(): void {
    const draft = this.#handed === undefined ? this.#drafts.get() : undefined;
    const keys = vscode.env.uiKind === vscode.UIKind.Desktop && process.platform === 'darwin' ? 'mac' : 'other';
    this.#post({
      type: 'init',
      view: this.#view(),
      keys,
      fields: freshFields,
      ...(draft !== undefined && { draft: { ...draft, from: this.#draftTime(draft.at) } }),
    });
    this.#isReady = true;
    this.#postHanded();
  }

  #draftTime(at: number): string {
    const day = utcDate(at) === utcDate(this.#services.now()) ? '' : `${utcDate(at)} `;
    return `${day}${formatClock(at)}`;
  }

  #keep(fields: EntryFields): void {
    if (isWorthKeeping(fields)) this.#drafts.keep(fields, this.#services.now());
    else this.#drafts.discard();
  }

  #preview({ sequence, fields }: { readonly sequence: number; readonly fields: EntryFields }): void {
    if (this.#report === undefined) return;
    this.#post({ type: 'preview', preview: entryPreview(this.#report, fields, { ...this.#context(), sequence }) });
  }

  #context(): PreviewContext {
    const { conventions } = this.#placed.folder;
    return { now: this.#services.now(), timeZone: this.#services.timeZone(conventions) };
  }

  #takePasted({ sequence, fields, line }: Extract<FromWebview, { type: 'paste' }>): void {
    const { time, event } = readPastedLine(line, this.#context());
    const joined = [event, fields.event].filter((text) => text !== '').join(' ');
    const anchor = joined === '' ? {} : { anchor: this.#services.now() };
    this.#post({ type: 'pasted', sequence, fields: { ...fields, time, event: joined, ...anchor } });
  }

  async #save({ sequence, fields }: Extract<FromWebview, { type: 'save' }>): Promise<void> {
    const time = timeOf(fields, this.#context());
    if (!('stamp' in time)) {
      this.#post({ type: 'not-saved', sequence, problem: time.field === 'until' ? 'until' : 'time' });
      return;
    }
    if (fields.event.trim() === '') return this.#post({ type: 'not-saved', sequence, problem: 'event' });
    const draft = draftOf(fields, time.stamp);
    try {
      const { folder } = this.#placed;
      const { id, applied } = await saveEntry(folder, this.#path, {
        draft,
        moves: fields.moves,
        now: this.#services.now(),
      });
      this.#saved = { id, fields, applied };
      this.#banner = undefined;
      this.#drafts.discard();
      await folder.update([this.#path]);
      await this.#read();
      this.#post({ type: 'saved', sequence, id, message: savedWords(id, draft), view: this.#view() });
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      this.#banner = bannerOf(error);
      this.#post({ type: 'view', view: this.#view() });
      this.#post({ type: 'not-saved', sequence, problem: 'report' });
    }
  }

  async #undo(id: string): Promise<void> {
    const saved = this.#saved;
    if (saved?.id !== id) return;
    try {
      await saved.applied.undo();
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      const say = message('{file} changed since {id} was saved. The entry still stands there.', {
        file: this.#fileName,
        id,
      });
      this.#banner = { text: [translate(say)], actions: ['open'] };
      this.#post({ type: 'view', view: this.#view() });
      return;
    }
    this.#saved = undefined;
    await this.#placed.folder.update([this.#path]);
    await this.#read();
    this.#post({ type: 'undone', id, fields: saved.fields, view: this.#view() });
  }

  async #open(id: string | undefined): Promise<void> {
    const wanted = this.#report?.document.entries.find((entry) => id !== undefined && entry.id?.text === id);
    if (wanted !== undefined) await openAt(this.#uri, wanted.span.start);
    else await vscode.window.showTextDocument(this.#uri);
  }

  #view() {
    const { now } = this.#services;
    if (this.#report !== undefined) return formView(this.#report, now(), this.#banner);
    const empty = formReport(this.#key, this.#parse(''));
    return formView(empty, now(), this.#banner);
  }

  #readSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void guard(this.#services.log, 'timeline-entry report', () => this.#follow());
    }, changePause);
  }

  async #follow(): Promise<void> {
    const before = this.#report;
    const banner = this.#banner;
    await this.#read();
    if (this.#report !== before || this.#banner !== banner) this.#post({ type: 'view', view: this.#view() });
  }

  /** Where the report is gone, the last one that was read stays on view. */
  async #read(): Promise<void> {
    const { folder } = this.#placed;
    // An editor may hold the text of a file that is gone.
    const isThere = await folder.store.exists(this.#path);
    const text = isThere ? await folder.store.read(this.#path) : undefined;
    if (text === undefined) {
      this.#banner ??= goneBanner(this.#fileName);
      return;
    }
    if (this.#banner?.actions[0] === 'copy' && this.#banner.actions.length === 1) this.#banner = undefined;
    if (text === this.#report?.text && folder.conventions === this.#report.conventions) return;
    this.#report = formReport(this.#key, this.#parse(text));
  }

  #parse(text: string): Pick<FormReport, 'text' | 'document' | 'conventions'> {
    const { conventions } = this.#placed.folder;
    const document = readDocument(readMarkdown(text), conventions, 'incident-report');
    if (document?.kind !== 'incident-report') throw new Error('A report was read as something else');
    return { text, document, conventions };
  }
}

function isWorthKeeping(fields: EntryFields): boolean {
  const { event, value, evidence, pending, time, kind, precision } = fields;
  const hasText = [event, value, pending].some((text) => text !== '') || evidence.length > 0;
  return hasText || time !== freshFields.time || kind !== freshFields.kind || precision !== freshFields.precision;
}

/** `Saved E1435, 14:35:20 UTC.` */
function savedWords(id: string, { stamp }: EntryDraft): string {
  const at = instantOf(stamp);
  if (at === undefined) return t('Saved {id}.', { id });
  const time = formatUtc(at, { seconds: 'seconds' in stamp && stamp.seconds }).slice(11);
  return t('Saved {id}, {time}.', { id, time });
}

function goneBanner(file: string): Banner {
  return { text: [t('{file} is no longer there. Your text is kept.', { file })], actions: ['copy'] };
}

function bannerOf(error: OperationError): Banner {
  const text = [`${translate(error.say)} ${t('Your text is kept.')}`];
  if (error.code === 'not-found') return { text, actions: ['copy'] };
  return { text, actions: error.code === 'changed-meanwhile' ? ['retry', 'open'] : ['open', 'copy'] };
}
