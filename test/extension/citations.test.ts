import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, positionOf, read, until, uriOf, write } from './host';

const path = 'incidents/2026-11-09-checkout-errors/postmortem.md';

describe('a cited commit', () => {
  afterEach(closeAll);

  it('is explained by what it changed, its release and who cites it, once git has said so', async () => {
    const { document } = await open(path);
    const place = positionOf(document, 'introduced `').translate(0, 'introduced `'.length + 2);
    const text = await until('the whole hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uriOf(path),
        place,
      );
      const shown = hovers.flatMap(({ contents }) =>
        contents.map((one) => (typeof one === 'string' ? one : one.value)),
      );
      return shown.find((one) => /Not reverted/.test(one) && /before impact/.test(one));
    });
    const lines = text.replaceAll('\\', '').split('  \n');
    assert.match(lines[0] ?? '', /^\*\*[0-9a-f]{12}\*\* Halve the pool when retrying$/);
    assert.match(lines[1] ?? '', /UTC, 3 h 12 min before impact$/);
    assert.match(lines[2] ?? '', /^\d+ files?, \+\d+ −\d+: \S+/);
    assert.match(lines[3] ?? '', /^First in v4\.18\.2\. Not reverted\.$/);
    assert.match(lines[4] ?? '', /^Cited by C1 in /);
    assert.match(lines.at(-1) ?? '', /^\[Show changes\]\(command:.*\) · \[Copy hash\]\(command:/);
    assert.ok(lines.length <= 12);
  });

  it('is a link to its changes', async () => {
    await open(path);
    const links = await until('the links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        uriOf(path),
      );
      const ours = found.filter(({ target }) => target?.path === 'incidentDocs.showChanges');
      return ours.length > 0 && ours;
    });
    assert.ok(links.length >= 2);
  });

  it('is offered in the field of a cause, the nearest before impact first', async () => {
    const { document } = await open(path);
    const place = positionOf(document, 'introduced `').translate(0, 'introduced '.length);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, place, ', ');
    edit.insert(document.uri, positionOf(document, 'introduced `'), 'exposed ');
    await vscode.workspace.applyEdit(edit);
    const at = positionOf(document, 'exposed introduced').translate(0, 'exposed '.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uriOf(path),
      at,
    );
    const commits = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
    assert.ok(commits.length > 2, `${commits.length} commits`);
    const first = commits[0]?.label;
    assert.match(typeof first === 'string' ? first : (first?.description ?? ''), /^\w+, .+ before impact$/);
    assert.match(String(commits[0]?.insertText), /^`[0-9a-f]{12}`$/);
  });

  it('leads from ids to rows and headings', async () => {
    const { document } = await open(path);
    const to = async (text: string) => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        uriOf(path),
        positionOf(document, text),
      );
      return found.map((one) =>
        'uri' in one ? { uri: one.uri, range: one.range } : { uri: one.targetUri, range: one.targetRange },
      );
    };
    const [entry] = await to('E1402]');
    assert.ok(entry);
    assert.ok(entry.uri.path.endsWith('/report.md'));
    const report = await vscode.workspace.openTextDocument(entry.uri);
    assert.match(report.lineAt(entry.range.start.line).text, /E1402/);
    const [cause] = await to('C2, K1');
    assert.ok(cause);
    assert.equal(cause.uri.toString(), uriOf(path).toString());
    assert.match(document.lineAt(cause.range.start.line).text, /^### C2 /);
  });
});

describe('lines then and now', () => {
  afterEach(closeAll);

  it('open the file as the commit left it beside the file of today', async () => {
    await open(path);
    const lens = await until('the lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uriOf(path),
        50,
      );
      return lenses.find(({ command }) => command?.title === 'lines then and now' && command.command !== '');
    });
    assert.ok(lens.command);
    void vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    // With several files the first one of the list is taken.
    const tab = await until('the two versions', async () => {
      const active = vscode.window.tabGroups.activeTabGroup.activeTab;
      if (active?.input instanceof vscode.TabInputTextDiff) return active;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return undefined;
    });
    const { input } = tab;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.original.scheme, 'git');
    assert.equal(input.modified.scheme, 'file');
    assert.match(tab.label, /\([0-9a-f]{7} and today\)$/);
  });
});

describe('Link Commit to Cause', () => {
  afterEach(closeAll);

  it('writes the commit of a line of code into a cause, and nothing else', async () => {
    const copy = 'incidents/2026-11-30-link-here/postmortem.md';
    const text =
      '---\ntype: postmortem\n---\n\n# Link here\n\n## Root causes and contributing factors\n\n### C1 A cause\n\n- Role: trigger\n\nProse.\n';
    await write(copy, text);
    // Open incidents stand first, the latest before the others.
    const report = '---\ntype: incident-report\nstatus: investigating\n---\n\n# Link here\n';
    await write(copy.replace('postmortem', 'report'), report);
    await vscode.commands.executeCommand('incidentDocs.refresh');
    const editor = await open('src/pool.ts');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const isDone = vscode.commands.executeCommand('incidentDocs.linkCommit', editor.document.uri);
    const written = await until('the link', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const now = await read(copy);
      return now !== text && now;
    });
    await isDone;
    assert.match(written, /\n- Role: trigger\n- Commits: introduced `[0-9a-f]{12}`\n\nProse\.\n$/);
    await vscode.workspace.fs.delete(uriOf('incidents/2026-11-30-link-here'), { recursive: true });
  });
});
