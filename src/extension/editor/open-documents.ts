import * as vscode from 'vscode';
import { dayOfIncidentId, kindOfFrontMatter, readDocument } from '../../core/kinds';
import type { IncidentDocument } from '../../core/kinds/incident-document';
import { readFrontMatter } from '../../core/kinds/read-front-matter';
import type { MarkdownDocument } from '../../core/markdown/markdown-document';
import { readMarkdown } from '../../core/markdown/read-markdown';
import { updateMarkdown } from '../../core/markdown/update-markdown';
import { citationKey } from '../../core/model/commit';
import { containmentQuestions } from '../../core/operations/containment';
import { checkDocument } from '../../core/rules/check';
import type { CheckedFinding } from '../../core/rules/rule';
import type { ReportSummary } from '../../core/workspace/incident-summary';
import { fromVscodeChange } from '../convert';
import type { IncidentFolder } from '../workspace/incident-folder';
import type { IncidentFolders } from '../workspace/incident-folders';

/** A report or postmortem as an editor holds it. */
export interface OpenIncidentDocument {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly folder: IncidentFolder;
  /** Relative to the folder. */
  readonly path: string;
  readonly incident: IncidentDocument;
  /** What the rules say of it, with what is known of its commits by now. */
  findings(): readonly CheckedFinding[];
}

interface Tracked {
  version: number;
  markdown: MarkdownDocument;
  read?: { readonly markdown: MarkdownDocument; readonly conventions: unknown; readonly open?: OpenIncidentDocument };
}

/** Reads open documents of the incident folders, and after an edit only what the edit touched. */
export class OpenDocuments implements vscode.Disposable {
  readonly #folders: IncidentFolders;
  readonly #tracked = new WeakMap<vscode.TextDocument, Tracked>();
  readonly #subscription: vscode.Disposable;

  constructor(folders: IncidentFolders) {
    this.#folders = folders;
    this.#subscription = vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event));
  }

  /** The document as it stands now, or nothing where it is none of ours. */
  get(document: vscode.TextDocument): OpenIncidentDocument | undefined {
    const place = this.#placeOf(document);
    if (place === undefined) return undefined;
    const { folder, path } = place;
    const tracked = this.#track(document);
    const { conventions } = folder;
    if (tracked.read?.markdown !== tracked.markdown || tracked.read.conventions !== conventions) {
      const incidentId = path.split('/').at(-2) ?? '';
      const incident = readDocument(tracked.markdown, conventions, undefined, dayOfIncidentId(incidentId));
      const open = incident === undefined ? undefined : openDocument(document, folder, path, incident);
      tracked.read = { markdown: tracked.markdown, conventions, ...(open === undefined ? {} : { open }) };
    }
    return tracked.read.open;
  }

  /** Blocks and kind as they stand now, for what cannot wait until all of it is read. */
  glance(document: vscode.TextDocument): Pick<IncidentDocument, 'markdown' | 'kind'> | undefined {
    if (this.#placeOf(document) === undefined) return undefined;
    const { markdown } = this.#track(document);
    const kind = kindOfFrontMatter(readFrontMatter(markdown));
    return kind === undefined ? undefined : { markdown, kind };
  }

  /** Every open document of ours. */
  all(): readonly OpenIncidentDocument[] {
    return vscode.workspace.textDocuments.flatMap((document) => this.get(document) ?? []);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #placeOf(document: vscode.TextDocument): { folder: IncidentFolder; path: string } | undefined {
    if (document.languageId !== 'markdown') return undefined;
    const folder = this.#folders.folderOf(document.uri);
    const path = folder?.pathOf(document.uri);
    if (folder?.isEnabled !== true || path === undefined || !folder.index.covers(path)) return undefined;
    return { folder, path };
  }

  #track(document: vscode.TextDocument): Tracked {
    const known = this.#tracked.get(document);
    if (known !== undefined && known.version === document.version) return known;
    const tracked = { version: document.version, markdown: readMarkdown(document.getText()) };
    this.#tracked.set(document, tracked);
    return tracked;
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const tracked = this.#tracked.get(document);
    if (tracked === undefined || contentChanges.length === 0) return;
    const markdown = updateMarkdown(tracked.markdown, contentChanges.map(fromVscodeChange));
    // A change of line endings comes as a change whose offsets do not tell the new text.
    if (markdown.text.length === lengthOf(document)) {
      tracked.markdown = markdown;
      tracked.version = document.version;
    }
  }
}

/** Asked after each key: the whole text would be put together from its lines. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

/** Findings with what they were computed from beside the text. */
interface Checked {
  readonly revision: number;
  readonly reports: readonly ReportSummary[];
  readonly findings: readonly CheckedFinding[];
}

function openDocument(
  document: vscode.TextDocument,
  folder: IncidentFolder,
  path: string,
  incident: IncidentDocument,
): OpenIncidentDocument {
  let known: Checked | undefined;
  const findings = () => {
    const { commits, conventions, index } = folder;
    const covered = incident.kind === 'postmortem' ? incident.reports : [];
    const reports = covered.flatMap((id) => index.incident(id)?.report ?? []);
    const isFresh = reports.length === known?.reports.length && reports.every((one, at) => one === known?.reports[at]);
    if (known === undefined || known.revision !== commits.revision || !isFresh) {
      const { revision } = commits;
      const lookups = commits.get(citedKeys(incident));
      const questions = incident.kind === 'postmortem' ? containmentQuestions(incident, reports, lookups) : [];
      const facts = { conventions, path, commits: lookups, reports, isContained: commits.containment(questions) };
      known = { revision, reports, findings: checkDocument(incident, facts) };
    }
    return known.findings;
  };
  return { document, version: document.version, folder, path, incident, findings };
}

/** Keys of the commits that a postmortem cites. */
export function citedKeys(incident: IncidentDocument): readonly string[] {
  return incident.kind === 'postmortem'
    ? incident.causes.flatMap(({ commits }) => commits.map((commit) => citationKey(commit)))
    : [];
}
