import { appendFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';

const typingTime = 30_000;
/** In a text that is none of ours, which shows what the editor and its other extensions cost by themselves. */
const typingTimeBeside = 10_000;
/** A fast typist's pause between two keys. */
const pause = 100;
/** After so many keys a thought, in which findings, lenses and the tree catch up. */
const keysAtOnce = 25;
const thought = 700;
const words = 'the rate of the checkout rose to 38 percent and fell back within four minutes then ';
const findingsMeasured = 10;

export interface Delays {
  readonly keys: number;
  /** Milliseconds of CPU that the host took for each key, which a crowded machine does not blur. */
  readonly cpu: number;
  /** Milliseconds, as `monitorEventLoopDelay` counts them: an idle loop has its resolution. */
  readonly delays: readonly {
    readonly resolution: number;
    readonly p50: number;
    readonly p99: number;
    readonly max: number;
  }[];
}

export interface TypingResult {
  readonly lines: number;
  /** In the same text outside the folder of the incidents. */
  readonly beside: Delays;
  readonly report: Delays;
  /** Milliseconds from a keystroke to the diagnostic that follows from it, sorted. */
  readonly findings: readonly number[];
}

/** Called by the extension host: types in the middle of the long report that the bench put into the workspace. */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const resultFile = process.env.INCIDENT_DOCS_TEST_RESULT;
  const path = process.env.INCIDENT_DOCS_TEST_GREP;
  if (!folder || !resultFile || !path) throw new Error('The host has no folder, no report or no result file.');
  // Whatever saves or completes in between would be measured too.
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', true);
  const [reportUri, besideUri] = path.split('|').map((part) => vscode.Uri.joinPath(folder, part));
  if (!reportUri || !besideUri) throw new Error('Two paths are expected.');
  say('beside');
  await typingIn(besideUri);
  const beside = await typeFor(typingTimeBeside);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  say('report');
  const editor = await typingIn(reportUri);
  await until(() => countOf(reportUri) > 0);
  const report = await typeFor(typingTime);
  say('findings');
  const findings = await measureFindings(editor, reportUri);
  const result: TypingResult = { lines: editor.document.lineCount, beside, report, findings };
  await writeFile(resultFile, JSON.stringify(result));
}

/** Opens a text with the cursor in its middle. */
async function typingIn(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri);
  const middle = lineInTheMiddle(editor.document);
  editor.selection = new vscode.Selection(middle, middle);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  await pauseFor(3_000);
  return editor;
}

/** What it is at, for a run that does not end. */
function say(step: string): void {
  const { INCIDENT_DOCS_TEST_REPORT: file } = process.env;
  if (file) appendFileSync(file, `${step}\n`);
}

/** The end of the first event below the middle. */
function lineInTheMiddle(document: vscode.TextDocument): vscode.Position {
  for (let line = Math.floor(document.lineCount / 2); line < document.lineCount; line += 1) {
    const { text } = document.lineAt(line);
    const end = text.lastIndexOf('.');
    if (end > 0) return new vscode.Position(line, end);
  }
  return new vscode.Position(Math.floor(document.lineCount / 2), 0);
}

async function typeFor(milliseconds: number): Promise<Delays> {
  const monitors = [10, 1].map((resolution) => ({ resolution, histogram: monitorEventLoopDelay({ resolution }) }));
  for (const { histogram } of monitors) histogram.enable();
  const start = performance.now();
  const begun = process.cpuUsage();
  let keys = 0;
  while (performance.now() - start < milliseconds) {
    await type(words.charAt(keys % words.length));
    keys += 1;
    await pauseFor(keys % keysAtOnce === 0 ? thought : pause);
  }
  const delays = monitors.map(({ resolution, histogram }) => {
    histogram.disable();
    const at = (percentile: number) => histogram.percentile(percentile) / 1e6;
    return { resolution, p50: at(50), p99: at(99), max: histogram.max / 1e6 };
  });
  const { user, system } = process.cpuUsage(begun);
  return { keys, cpu: (user + system) / 1000 / keys, delays };
}

/** Types a word that is a finding, waits for it, and takes the word away again. */
async function measureFindings(editor: vscode.TextEditor, uri: vscode.Uri): Promise<readonly number[]> {
  const times: number[] = [];
  await pauseFor(1_000);
  for (let round = 0; round < findingsMeasured; round += 1) {
    await type(' becaus');
    await pauseFor(600);
    const before = messagesAt(uri, editor.selection.active.line);
    const start = performance.now();
    await type('e');
    await until(() => messagesAt(uri, editor.selection.active.line) !== before);
    times.push(performance.now() - start);
    await vscode.commands.executeCommand('deleteWordLeft');
    await pauseFor(600);
  }
  return times.toSorted((one, other) => one - other);
}

async function type(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

function messagesAt(uri: vscode.Uri, line: number): string {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ range }) => range.start.line === line)
    .map(({ message }) => message)
    .join();
}

function countOf(uri: vscode.Uri): number {
  return vscode.languages.getDiagnostics(uri).length;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    if (isSo()) return;
    await pauseFor(5);
  }
  throw new Error('Waited too long.');
}

function pauseFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
