import * as vscode from 'vscode';
import type { EntryReference } from '../../core/operations/entry-reference';
import { readPastedLine } from '../../core/operations/read-entry-time';
import type { AttachMessage } from '../../protocol/attached-file';
import { type EntryFields, type FromWebview, freshFields, parseFromWebview } from '../../protocol/timeline-entry';
import { guard } from '../commands/guard';
import { openAt } from '../commands/open-at';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { attachFiles } from './attach-files';
import { draftTime, isWorthKeeping } from './draft-words';
import { beginEdit, deleteEdited, namedRow, postBegun, showChange, stopEdit } from './edit-answers';
import { fieldsOf } from './entry-fields';
import { entryPreview } from './entry-preview';
import { FollowedReport } from './followed-report';
import { FormSession } from './form-session';
import { handedOver } from './handed-line';
import { renameSaved, saveEdited, saveNew, undoSaved } from './save-answers';
import { webviewPage } from './webview-page';

type Received<Type extends FromWebview['type']> = Extract<FromWebview, { type: Type }>;

/** The panel of one incident: answers its page, follows the report. Lives as long as the panel. */
export class TimelineEntryForm implements vscode.Disposable {
  readonly #services: Services;
  readonly #panel: vscode.WebviewPanel;
  readonly #session: FormSession;
  readonly #disposables: readonly vscode.Disposable[];
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
    this.#panel = panel;
    const report = new FollowedReport(services, placed, () => {
      void guard(services.log, 'timeline-entry report', () => this.#follow());
    });
    this.#session = new FormSession({ services, placed, panel, report, titleOf });
    this.#disposables = [report, panel.webview.onDidReceiveMessage((value: unknown) => this.#receive(value))];
  }

  async start(): Promise<void> {
    const { webview, title } = this.#panel;
    await this.#session.read();
    const { extensionUri } = this.#services;
    webview.html = webviewPage(webview, { extensionUri, name: 'timeline-entry', title });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  hand(fields: EntryFields): void {
    const { drafts, editing } = this.#session;
    const draft = drafts.get()?.fields;
    const handed = draft === undefined ? fields : handedOver(draft, fields);
    drafts.keep(handed, this.#services.now());
    // While an entry is edited the line waits as the draft of a new one.
    if (editing !== undefined) return;
    this.#handed = handed;
    if (this.#isReady && this.#panel.visible) this.#postHanded();
  }

  edit(reference: EntryReference): Promise<void> {
    return this.#enqueue('edit', () => this.#edit(reference));
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#panel.dispose();
  }

  #postHanded(): void {
    if (this.#handed === undefined) return;
    this.#session.post({ type: 'handed', fields: this.#handed });
    this.#handed = undefined;
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
    const session = this.#session;
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
        return this.#input(received);
      case 'paste':
        return this.#takePasted(received);
      case 'save':
      case 'save-mine':
        return session.editing === undefined ? saveNew(session, received) : saveEdited(session, received);
      case 'undo':
        return undoSaved(session, received.id);
      case 'rename':
        return renameSaved(session, received);
      case 'open':
        return this.#open(received.id);
      case 'edit':
        return this.#edit(namedRow(session, received));
      case 'take-theirs':
        return this.#edit(session.editing);
      case 'stop':
        return stopEdit(session);
      case 'delete':
        return deleteEdited(session);
      case 'show-change':
        return showChange(session);
      case 'copy':
        return void (await vscode.env.clipboard.writeText(received.fields.event));
      case 'discard':
        return session.drafts.discard();
    }
  }

  #attach(message: AttachMessage): Promise<void> {
    const { attached } = this.#session;
    return attachFiles(this.#services, message, (file) => {
      this.#session.post({ type: 'attached', evidence: [attached.hold(file)] });
    });
  }

  async #edit(reference: EntryReference | undefined): Promise<void> {
    const fields = reference === undefined ? undefined : await beginEdit(this.#session, reference);
    if (fields !== undefined && this.#isReady) postBegun(this.#session, fields, fields);
  }

  /** `kept` is what the page was editing before it was hidden or the window reloaded. */
  #begin(kept: EntryReference | undefined): void {
    const session = this.#session;
    session.turnTo(session.editing ?? (this.#isReady ? undefined : kept));
    const fields = session.edited && fieldsOf(session.edited);
    if (fields === undefined) session.turnTo(undefined);
    const draft = this.#handed === undefined && fields === undefined ? session.drafts.get() : undefined;
    const keys = vscode.env.uiKind === vscode.UIKind.Desktop && process.platform === 'darwin' ? 'mac' : 'other';
    session.post({
      type: 'init',
      view: session.view(),
      keys,
      fields: fields ?? freshFields,
      ...(session.editing !== undefined && { editing: session.editing }),
      ...(draft !== undefined && { draft: { ...draft, from: draftTime(draft.at, this.#services.now()) } }),
      held: session.attached.keys(),
    });
    this.#isReady = true;
    this.#postHanded();
  }

  #input({ sequence, fields }: Received<'input'>): void {
    const session = this.#session;
    // What is typed into an entry that is there already is kept by the page alone.
    if (session.editing === undefined) {
      if (isWorthKeeping(fields)) session.drafts.keep(fields, this.#services.now());
      else session.drafts.discard();
    }
    const preview = entryPreview(session.report.current, fields, { ...session.context(), sequence });
    session.post({ type: 'preview', preview });
  }

  #takePasted({ sequence, fields, line }: Received<'paste'>): void {
    const { time, event } = readPastedLine(line, this.#session.context());
    const joined = [event, fields.event].filter((text) => text !== '').join(' ');
    const anchor = joined === '' ? {} : { anchor: this.#services.now() };
    this.#session.post({ type: 'pasted', sequence, fields: { ...fields, time, event: joined, ...anchor } });
  }

  async #open(id: string | undefined): Promise<void> {
    const { report } = this.#session;
    const wanted = report.current.whole.entries.find((entry) => id !== undefined && entry.id?.text === id);
    if (wanted !== undefined) await openAt(report.uri, wanted.span.start);
    else await vscode.window.showTextDocument(report.uri);
  }

  async #follow(): Promise<void> {
    const session = this.#session;
    const { banner } = session;
    const before = session.report.current;
    await session.read();
    if (session.report.current !== before || session.banner !== banner) session.postView();
  }
}
