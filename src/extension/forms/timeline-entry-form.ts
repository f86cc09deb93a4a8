import * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import type { TimelineEntry } from '../../core/model/timeline-entry';
import { type EntryReference, findEntry, referenceOf } from '../../core/operations/entry-reference';
import { readPastedLine } from '../../core/operations/read-entry-time';
import { renameEntry } from '../../core/operations/rename-entry';
import type { AttachMessage } from '../../protocol/attached-file';
import {
  type Banner,
  type EntryFields,
  type FormView,
  type FromWebview,
  freshFields,
  parseFromWebview,
  type ToWebview,
} from '../../protocol/timeline-entry';
import { type AppliedChange, applyChange } from '../adapters/apply-change';
import { deleteEntry } from '../commands/delete-entry';
import { guard } from '../commands/guard';
import { openAt } from '../commands/open-at';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { attachFiles } from './attach-files';
import { AttachedFiles } from './attached-files';
import { draftTime, isWorthKeeping, savedWords } from './draft-words';
import { type EntryDrafts, entryDrafts } from './entry-drafts';
import { draftOf, fieldsOf } from './entry-fields';
import { entryPreview, type PreviewContext, timeOf } from './entry-preview';
import { formView } from './entry-view';
import { FollowedReport } from './followed-report';
import { changedRowBanner, goneBanner, goneRowBanner, notUndoneBanner, refusalBanner } from './form-banners';
import { handedOver } from './handed-line';
import { showRowChange } from './row-change';
import { saveEdit } from './save-edit';
import { saveEntry } from './save-entry';
import { webviewPage } from './webview-page';

type Message<Type extends FromWebview['type']> = Extract<FromWebview, { type: Type }>;

interface SavedEntry {
  readonly id: string;
  readonly applied: AppliedChange;
  /** What stood in the form; absent where nothing of it was written. */
  readonly fields?: EntryFields;
  /** The entry that was edited, as it stood before. */
  readonly editing?: EntryReference;
}

/** The panel of one incident: answers its page, saves what it asks for, follows the report. Lives as long as the panel. */
export class TimelineEntryForm implements vscode.Disposable {
  readonly #services: Services;
  readonly #placed: PlacedIncident;
  readonly #panel: vscode.WebviewPanel;
  readonly #drafts: EntryDrafts;
  readonly #report: FollowedReport;
  readonly #attached = new AttachedFiles();
  readonly #received: vscode.Disposable;
  readonly #titleOf: (edited: EntryReference | undefined) => string;
  #editing: EntryReference | undefined;
  #banner: Banner | undefined;
  #saved: SavedEntry | undefined;
  /** What the page is to take over once it can. */
  #handed: EntryFields | undefined;
  #isReady = false;
  /** Messages are answered one after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(
    services: Services,
    placed: PlacedIncident,
    panel: vscode.WebviewPanel,
    titleOf: (edited: EntryReference | undefined) => string,
  ) {
    this.#services = services;
    this.#placed = placed;
    this.#panel = panel;
    this.#titleOf = titleOf;
    this.#report = new FollowedReport(services, placed, () => this.#followSoon());
    this.#drafts = entryDrafts(services.memory, this.#report.key);
    this.#received = panel.webview.onDidReceiveMessage((value: unknown) => this.#receive(value));
  }

  async start(): Promise<void> {
    const { webview, title } = this.#panel;
    await this.#read();
    const { extensionUri } = this.#services;
    webview.html = webviewPage(webview, { extensionUri, name: 'timeline-entry', title });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  hand(fields: EntryFields): void {
    const draft = this.#drafts.get()?.fields;
    const handed = draft === undefined ? fields : handedOver(draft, fields);
    this.#drafts.keep(handed, this.#services.now());
    // While an entry is edited the line waits as the draft of a new one.
    if (this.#editing !== undefined) return;
    this.#handed = handed;
    if (this.#isReady && this.#panel.visible) this.#postHanded();
  }

  /** Turns to an entry of the report; to its row in the editor where it is larger than the form. */
  edit(reference: EntryReference): Promise<void> {
    return this.#enqueue('edit', () => this.#beginEdit(reference));
  }

  dispose(): void {
    this.#report.dispose();
    this.#received.dispose();
    this.#panel.dispose();
  }

  #postHanded(): void {
    if (this.#handed === undefined) return;
    this.#post({ type: 'handed', fields: this.#handed });
    this.#handed = undefined;
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
    void this.#enqueue(received.type, () => this.#answer(received));
  }

  #enqueue(name: string, run: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(() => guard(this.#services.log, `timeline-entry ${name}`, run));
    return this.#queue;
  }

  async #answer(received: FromWebview): Promise<void> {
    switch (received.type) {
      case 'attach':
      case 'attach-addresses':
      case 'choose-files':
        // Choosing takes as long as it takes; what is typed meanwhile is answered.
        void guard(this.#services.log, 'timeline-entry evidence', () => this.#attach(received));
        return;
      case 'ready':
        return this.#begin(received.editing);
      case 'input':
        if (this.#editing === undefined) this.#keep(received.fields);
        return this.#preview(received);
      case 'paste':
        return this.#takePasted(received);
      case 'save':
        return this.#editing === undefined ? this.#save(received) : this.#saveEdit(received, false);
      case 'save-mine':
        return this.#saveEdit(received, true);
      case 'undo':
        return this.#undo(received.id);
      case 'rename':
        return this.#rename(received);
      case 'open':
        return this.#open(received.id);
      case 'edit':
        return this.#editRow(received);
      case 'stop':
        return this.#stopEdit();
      case 'delete':
        return this.#delete();
      case 'show-change':
        return this.#showChange();
      case 'take-theirs':
        return this.#takeTheirs();
      case 'copy':
        return void (await vscode.env.clipboard.writeText(received.fields.event));
      case 'discard':
        return this.#drafts.discard();
    }
  }

  #attach(message: AttachMessage): Promise<void> {
    return attachFiles(this.#services, message, (file) => {
      this.#post({ type: 'attached', evidence: [this.#attached.hold(file)] });
    });
  }

  /** `kept` is what the page was editing before it was hidden or the window reloaded. */
  #begin(kept: EntryReference | undefined): void {
    const wanted = this.#editing ?? (this.#isReady ? undefined : kept);
    this.#turnTo(wanted);
    const entry = this.#edited();
    const fields = entry === undefined ? undefined : fieldsOf(entry);
    if (fields === undefined) this.#turnTo(undefined);
    const draft = this.#handed === undefined && fields === undefined ? this.#drafts.get() : undefined;
    const keys = vscode.env.uiKind === vscode.UIKind.Desktop && process.platform === 'darwin' ? 'mac' : 'other';
    const now = this.#services.now();
    this.#post({
      type: 'init',
      view: this.#view(),
      keys,
      fields: fields ?? freshFields,
      ...(this.#editing !== undefined && { editing: this.#editing }),
      ...(draft !== undefined && { draft: { ...draft, from: draftTime(draft.at, now) } }),
      held: this.#attached.keys(),
    });
    this.#isReady = true;
    this.#postHanded();
  }

  #turnTo(reference: EntryReference | undefined): void {
    this.#editing = reference;
    this.#report.editing = reference;
    this.#panel.title = this.#titleOf(reference);
  }

  #edited(): TimelineEntry | undefined {
    return this.#editing && findEntry(this.#report.current.whole, this.#editing)?.entry;
  }

  async #editRow({ entry, id }: Message<'edit'>): Promise<void> {
    const { whole } = this.#report.current;
    const found = whole.entries[entry];
    if (found !== undefined && (found.id?.text ?? '') === id) await this.#beginEdit(referenceOf(whole, found));
  }

  async #beginEdit(reference: EntryReference): Promise<void> {
    await this.#report.read();
    const { whole } = this.#report.current;
    const found = findEntry(whole, reference)?.entry;
    const fields = found && fieldsOf(found);
    if (found === undefined) return;
    if (fields === undefined || found.span.end - found.span.start > 20_000) {
      await openAt(this.#report.uri, found.span.start);
      return;
    }
    this.#turnTo(referenceOf(whole, found));
    this.#banner = undefined;
    if (this.#isReady) this.#postBegun(fields, fields);
  }

  #postBegun(fields: EntryFields, fresh: EntryFields): void {
    const editing = this.#editing === undefined ? {} : { editing: this.#editing };
    this.#post({ type: 'begun', view: this.#view(), fields, fresh, ...editing });
  }

  async #stopEdit(): Promise<void> {
    this.#banner = undefined;
    this.#turnTo(undefined);
    this.#postBegun(this.#drafts.get()?.fields ?? freshFields, freshFields);
  }

  async #delete(): Promise<void> {
    const reference = this.#editing;
    if (reference === undefined) return;
    const isDeleted = await deleteEntry(this.#services, this.#placed, reference);
    if (!isDeleted) return;
    await this.#read();
    await this.#stopEdit();
  }

  async #showChange(): Promise<void> {
    const entry = this.#edited();
    if (this.#editing === undefined || entry === undefined) return;
    await showRowChange(this.#report.fileName, this.#editing, referenceOf(this.#report.current.whole, entry));
  }

  async #takeTheirs(): Promise<void> {
    if (this.#editing !== undefined) await this.#beginEdit(this.#editing);
  }

  #keep(fields: EntryFields): void {
    if (isWorthKeeping(fields)) this.#drafts.keep(fields, this.#services.now());
    else this.#drafts.discard();
  }

  #preview({ sequence, fields }: Message<'input'>): void {
    const preview = entryPreview(this.#report.current, fields, { ...this.#context(), sequence });
    this.#post({ type: 'preview', preview });
  }

  #context(): PreviewContext {
    const { conventions } = this.#placed.folder;
    return { now: this.#services.now(), timeZone: this.#services.timeZone(conventions) };
  }

  #takePasted({ sequence, fields, line }: Message<'paste'>): void {
    const { time, event } = readPastedLine(line, this.#context());
    const joined = [event, fields.event].filter((text) => text !== '').join(' ');
    const anchor = joined === '' ? {} : { anchor: this.#services.now() };
    this.#post({ type: 'pasted', sequence, fields: { ...fields, time, event: joined, ...anchor } });
  }

  async #save({ sequence, fields }: Message<'save'>): Promise<void> {
    const time = timeOf(fields, this.#context());
    if (!('stamp' in time)) return this.#refuse(sequence, time.field === 'until' ? 'until' : 'time');
    if (fields.event.trim() === '') return this.#refuse(sequence, 'event');
    const draft = draftOf(fields, time.stamp);
    await this.#writing(sequence, async () => {
      const entry = { draft, moves: fields.moves, now: this.#services.now(), attached: this.#attached };
      const { id, applied } = await saveEntry(this.#placed.folder, this.#report.path, entry);
      this.#saved = { id, fields, applied };
      this.#drafts.discard();
      await this.#readWritten();
      this.#post({ type: 'saved', sequence, id, message: savedWords(id, draft), view: this.#view() });
    });
  }

  async #saveEdit({ sequence, fields }: Message<'save' | 'save-mine'>, isMine: boolean): Promise<void> {
    const reference = this.#editing;
    if (reference === undefined) return;
    const time = timeOf(fields, this.#context());
    const entry = this.#edited();
    // A time that could not be read may stay as it is written.
    const isAsWritten = entry !== undefined && entry.stamp === undefined && fields.time === entry.time.text;
    if (!('stamp' in time) && !isAsWritten) return this.#refuse(sequence, time.field === 'until' ? 'until' : 'time');
    if (fields.event.trim() === '') return this.#refuse(sequence, 'event');
    const stamp = 'stamp' in time ? time.stamp : undefined;
    await this.#writing(sequence, async () => {
      const attached = this.#attached;
      const edit = { reference, fields, isMine, now: this.#services.now(), attached, ...(stamp && { stamp }) };
      const saved = await saveEdit(this.#placed.folder, this.#report.path, edit);
      if (saved.state !== 'saved') {
        const bannerFor = saved.state === 'gone' ? goneRowBanner : changedRowBanner;
        this.#banner = bannerFor(this.#report.fileName, reference.id);
        this.#post({ type: 'view', view: this.#view() });
        return this.#refuse(sequence, 'report');
      }
      const { id = '', applied, rename } = saved;
      this.#saved = { id, fields, applied, editing: reference };
      this.#turnTo(undefined);
      await this.#readWritten();
      this.#post({
        type: 'saved',
        sequence,
        id,
        message: savedWords(id, { stamp: stamp ?? { kind: 'unknown' } }),
        view: this.#view(),
        next: this.#drafts.get()?.fields ?? freshFields,
        ...(rename !== undefined && { rename }),
      });
    });
  }

  #refuse(sequence: number, problem: Extract<ToWebview, { type: 'not-saved' }>['problem']): void {
    this.#post({ type: 'not-saved', sequence, problem });
  }

  /** What hinders it stands in the banner. */
  async #writing(sequence: number, write: () => Promise<void>): Promise<void> {
    const before = this.#banner;
    this.#banner = undefined;
    try {
      await write();
    } catch (error) {
      this.#banner = before;
      if (!(error instanceof OperationError)) throw error;
      this.#banner = refusalBanner(error);
      this.#post({ type: 'view', view: this.#view() });
      this.#refuse(sequence, 'report');
    }
  }

  async #rename({ id, to }: Message<'rename'>): Promise<void> {
    const { folder, incident } = this.#placed;
    const change = await renameEntry(folder.store, folder.conventions, { incident: incident.id, from: id, to });
    if (change.edits.length === 0) return;
    const applied = await applyChange(folder.root, change);
    this.#saved = { id: to, applied };
    await this.#readWritten();
    const message = vscode.l10n.t('Renamed {from} to {to}.', { from: id, to });
    this.#post({ type: 'renamed', id: to, message, view: this.#view() });
  }

  async #undo(id: string): Promise<void> {
    const saved = this.#saved;
    if (saved?.id !== id) return;
    try {
      await saved.applied.undo();
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      this.#banner = notUndoneBanner(this.#report.fileName, id);
      this.#post({ type: 'view', view: this.#view() });
      return;
    }
    this.#saved = undefined;
    await this.#readWritten();
    const { fields, editing } = saved;
    const entry = editing && findEntry(this.#report.current.whole, editing)?.entry;
    const former = entry && fieldsOf(entry);
    if (fields !== undefined && editing !== undefined && former !== undefined) {
      this.#turnTo(editing);
      return this.#postBegun(fields, former);
    }
    this.#post({ type: 'undone', id, view: this.#view(), ...(fields !== undefined && { fields }) });
  }

  async #open(id: string | undefined): Promise<void> {
    const wanted = this.#report.current.whole.entries.find((entry) => id !== undefined && entry.id?.text === id);
    if (wanted !== undefined) await openAt(this.#report.uri, wanted.span.start);
    else await vscode.window.showTextDocument(this.#report.uri);
  }

  #view(): FormView {
    return formView(this.#report.current, this.#services.now(), this.#banner);
  }

  #followSoon(): void {
    void guard(this.#services.log, 'timeline-entry report', async () => {
      const before = this.#report.current;
      const banner = this.#banner;
      await this.#read();
      if (this.#report.current !== before || this.#banner !== banner) this.#post({ type: 'view', view: this.#view() });
    });
  }

  async #readWritten(): Promise<void> {
    await this.#placed.folder.update([this.#report.path]);
    await this.#read();
  }

  async #read(): Promise<void> {
    await this.#report.read();
    const isAboutGone = this.#banner?.actions.length === 1 && this.#banner.actions[0] === 'copy';
    if (!this.#report.isThere) this.#banner ??= goneBanner(this.#report.fileName);
    else if (isAboutGone) this.#banner = undefined;
  }
}
