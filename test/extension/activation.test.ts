import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in a workspace with .incidents.yml', () => {
  it('activates in a trusted Node extension host', async () => {
    const extension = vscode.extensions.getExtension('incident-docs.incident-docs');
    assert.ok(extension, 'the extension is not there');
    await extension.activate();
    assert.equal(vscode.workspace.isTrusted, true);
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
