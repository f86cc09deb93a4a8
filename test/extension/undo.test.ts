import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readDocument } from '../../src/core/kinds';
import { readMarkdown } from '../../src/core/markdown/read-markdown';
import { defaultConventions } from '../../src/core/model/conventions';
import type { TextEdit } from '../../src/core/model/text';
import { addTimelineEntry } from '../../src/core/operations/add-timeline-entry';
import { checkDocument } from '../../src/core/rules/check';
import { suppressionEdit } from '../../src/core/rules/suppress';
import { applyChange } from '../../src/extension/adapters/apply-change';
import { closeAll, diagnosticsOf, folderUri, open, positionOf, read, until, uriOf, write } from './host';

const folder = 'incidents/2026-11-23-payment-confirmations-late';
const report = `${folder}/report.md`;

const edits: Readonly<Record<string, (text: string) => readonly TextEdit[]>> = {
  'logging an entry': (text) => {
    const stamp = { kind: 'exact', at: Date.UTC(2026, 10, 23, 9, 41), seconds: false } as const;
    const draft = { stamp, kind: 'note', event: 'Depth 9,000', systems: ['payments-db'], actors: [], evidence: [] };
    return addTimelineEntry(text, draft, defaultConventions).edits;
  },
  'suppressing a finding': (text) => {
    const markdown = readMarkdown(text);
    const document = readDocument(markdown, defaultConventions);
    assert.ok(document);
    const [finding] = checkDocument(document, { conventions: defaultConventions, path: report, commits: new Map() });
    assert.ok(finding);
    return suppressionEdit(markdown, finding, { reason: 'said by the vendor', extent: 'line' });
  },
};

describe('undo', () => {
  let original: string;
  before(async () => {
    original = await read(report);
  });
  afterEach(async () => {
    await closeAll();
    await write(report, original);
  });

  for (const [lineEnding, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    for (const [name, editsOf] of Object.entries(edits)) {
      it(`restores every byte after ${name}, ${lineEnding}`, async () => {
        const before = await rewrite(eol);
        const { document } = await openAs(before);
        const base = document.getText();
        await applyChange(folderUri(), { creates: [], edits: [{ path: report, base, edits: editsOf(base) }] });
        assert.notEqual(await read(report), before);
        await undoAndSave(document);
        assert.equal(await read(report), before);
      });
    }

    it(`restores every byte after moving an explanation, ${lineEnding}`, async () => {
      const before = await rewrite(eol);
      const { document } = await openAs(before);
      await until('findings', () => diagnosticsOf(report).length === 3);
      const action = await actionAt(document, 'because', 'Keep the observation');
      await vscode.commands.executeCommand(action.command?.command ?? '', ...(action.command?.arguments ?? []));
      assert.notEqual(await read(report), before);
      await vscode.window.showTextDocument(document);
      await undoAndSave(document);
      assert.equal(await read(report), before);
      await vscode.workspace.fs.delete(uriOf(`${folder}/postmortem.md`)).then(undefined, () => undefined);
    });

    it(`restores every byte after inserting a section, with the cursor in it before, ${lineEnding}`, async () => {
      const text = original.replace(/## Impact\n[\s\S]*?(?=## Systems)/, '').replace('investigating', 'resolved');
      const before = await rewrite(eol, text);
      const { document } = await openAs(before);
      await until('the finding', () => diagnosticsOf(report).some(({ message }) => message.includes('"Impact"')));
      const { range } = diagnosticsOf(report).find(({ message }) => message.includes('"Impact"')) ?? {};
      assert.ok(range);
      const action = await actionAt(document, range.start, 'Insert "Impact"');
      assert.ok(action.edit && action.command);
      await vscode.workspace.applyEdit(action.edit);
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
      const line = positionOf(document, '## Impact').line + 2;
      await until('the cursor', () => vscode.window.activeTextEditor?.selection.active.line === line);
      await undoAndSave(document);
      assert.equal(await read(report), before);
    });
  }

  async function rewrite(eol: string, text = original): Promise<string> {
    const written = text.replace(/\r?\n/g, eol);
    await write(report, written);
    return written;
  }
});

/** The editor may still hold the text that was on disk before. */
async function openAs(text: string): Promise<vscode.TextEditor> {
  const editor = await open(report);
  await until('the text as it is on disk', () => editor.document.getText() === text);
  return editor;
}

async function undoAndSave(document: vscode.TextDocument): Promise<void> {
  const changed = document.getText();
  await vscode.commands.executeCommand('undo');
  await until('the former text', () => document.getText() !== changed);
  await document.save();
}

async function actionAt(
  document: vscode.TextDocument,
  place: string | vscode.Position,
  title: string,
): Promise<vscode.CodeAction> {
  const at = typeof place === 'string' ? positionOf(document, place) : place;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
  );
  const action = actions.find((one) => one.title.startsWith(title));
  assert.ok(action, actions.map((one) => one.title).join(', '));
  return action;
}
