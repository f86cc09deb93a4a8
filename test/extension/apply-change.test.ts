import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OperationError } from '../../src/core/errors';
import { applyChange } from '../../src/extension/adapters/apply-change';
import { closeAll } from './host';

const base = 'One.\r\nTwo.\r\n';

describe('a change that cannot be saved', () => {
  afterEach(closeAll);

  it('is refused before anything is edited where the file system is read-only', async () => {
    const { root, stop } = serve('sealed', { isReadonly: true });
    await assert.rejects(applyChange(root, insertion()), isNotWritable);
    await stop();
  });

  it('is taken back from the editor where saving fails', async () => {
    const { root, stop } = serve('broken', { isReadonly: false });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, 'report.md'));
    await assert.rejects(applyChange(root, insertion()), isNotWritable);
    assert.equal(document.getText(), base);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.window.showTextDocument(document);
    await stop();
  });
});

function insertion() {
  const edits = [{ span: { start: 6, end: 6 }, newText: 'Between.\r\n' }];
  return { creates: [], edits: [{ path: 'report.md', base, edits }] };
}

function isNotWritable(error: unknown): boolean {
  return error instanceof OperationError && error.code === 'not-writable';
}

/** A file system with one report that takes no text. */
function serve(scheme: string, options: { readonly isReadonly: boolean }) {
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: ({ path }) =>
      path === '/'
        ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: vscode.FileType.File, ctime: 0, mtime: 0, size: base.length },
    readDirectory: () => [['report.md', vscode.FileType.File]],
    readFile: () => new TextEncoder().encode(base),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  const registration = vscode.workspace.registerFileSystemProvider(scheme, provider, options);
  const root = vscode.Uri.from({ scheme, path: '/' });
  return {
    root,
    stop: async () => {
      await closeAll();
      registration.dispose();
      changed.dispose();
    },
  };
}
