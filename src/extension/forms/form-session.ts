import type * as vscode from 'vscode';
import { OperationError } from '../../core/errors';
import type { TimelineEntry } from '../../core/model/timeline-entry';
import { type EntryReference, findEntry } from '../../core/operations/entry-reference';
import type { Banner, EntryFields, FormView, ToWebview } from '../../protocol/timeline-entry';
import type { AppliedChange } from '../adapters/apply-change';
import type { Services } from '../services';
import type { PlacedIncident } from '../workspace/incident-folders';
import { AttachedFiles } from './attached-files';
import { type EntryDrafts, entryDrafts } from './entry-drafts';
import type { PreviewContext } from './entry-preview';
import { formView } from './entry-view';
import type { FollowedReport } from './followed-report';
import { goneBanner, refusalBanner } from './form-banners';

export interface SavedEntry {
  readonly id: string;
  readonly applied: AppliedChange;
  /** What stood in the form; absent where nothing of it was written. */
  readonly fields?: EntryFields;
  /** The entry that was edited, as it stood before. */
  readonly editing?: EntryReference;
}

/** The problem of a save that was refused. */
export type Problem = Extract<ToWebview, { type: 'not-saved' }>['problem'];

export interface SessionParts {
  readonly services: Services;
  readonly placed: PlacedIncident;
  readonly panel: vscode.WebviewPanel;
  readonly report: FollowedReport;
  readonly titleOf: (edited: EntryReference | undefined) => string;
}

/** What one form knows between two messages of its page, and how it answers. Lives as long as its panel. */
export class FormSession {
  readonly services: Services;
  readonly placed: PlacedIncident;
  readonly report: FollowedReport;
  readonly drafts: EntryDrafts;
  /** Files that the page shows and that are written with the entry. */
  readonly attached = new AttachedFiles();
  banner: Banner | undefined;
  saved: SavedEntry | undefined;
  readonly #panel: vscode.WebviewPanel;
  readonly #titleOf: SessionParts['titleOf'];
  #editing: EntryReference | undefined;

  constructor({ services, placed, panel, report, titleOf }: SessionParts) {
    this.services = services;
    this.placed = placed;
    this.report = report;
    this.drafts = entryDrafts(services.memory, report.key);
    this.#panel = panel;
    this.#titleOf = titleOf;
  }

  /** The entry that stands in the form, as it was when it was opened; absent for a new one. */
  get editing(): EntryReference | undefined {
    return this.#editing;
  }

  /** That entry as it stands in the report now. */
  get edited(): TimelineEntry | undefined {
    return this.#editing && findEntry(this.report.current.whole, this.#editing)?.entry;
  }

  turnTo(reference: EntryReference | undefined): void {
    this.#editing = reference;
    this.report.editing = reference;
    this.#panel.title = this.#titleOf(reference);
  }

  post(sent: ToWebview): void {
    void this.#panel.webview.postMessage(sent);
  }

  view(): FormView {
    return formView(this.report.current, this.services.now(), this.banner);
  }

  postView(): void {
    this.post({ type: 'view', view: this.view() });
  }

  refuse(sequence: number, problem: Problem): void {
    this.post({ type: 'not-saved', sequence, problem });
  }

  context(): PreviewContext {
    const { conventions } = this.placed.folder;
    return { now: this.services.now(), timeZone: this.services.timeZone(conventions) };
  }

  /** Runs a save; what hinders it stands in the banner then. */
  async write(sequence: number, write: () => Promise<void>): Promise<void> {
    const before = this.banner;
    this.banner = undefined;
    try {
      await write();
    } catch (error) {
      this.banner = before;
      if (!(error instanceof OperationError)) throw error;
      this.banner = refusalBanner(error);
      this.postView();
      this.refuse(sequence, 'report');
    }
  }

  async readWritten(): Promise<void> {
    await this.placed.folder.update([this.report.path]);
    await this.read();
  }

  async read(): Promise<void> {
    await this.report.read();
    const isAboutGone = this.banner?.actions.length === 1 && this.banner.actions[0] === 'copy';
    if (!this.report.isThere) this.banner ??= goneBanner(this.report.fileName);
    else if (isAboutGone) this.banner = undefined;
  }
}
