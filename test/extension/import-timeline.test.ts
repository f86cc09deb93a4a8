import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/extension/contributions';
import { closeAll, diagnosticsOf, open, read, until, uriOf, write } from './host';

const report = 'incidents/2026-11-23-payment-confirmations-late/report.md';
const day = 'export/inc-42/2026-11-23.json';
const other = 'export/inc-43/2026-11-23.json';

describe('Import Timeline', () => {
  let original: string;
  before(async () => {
    original = await read(report);
    await write('export/users.json', JSON.stringify([{ id: 'U1', name: 'alice' }]));
    const said = (text: string, clock: string) => ({
      ...{ type: 'message', user: 'U1', text },
      ts: `${Date.parse(`2026-11-23T${clock}Z`) / 1000}.000100`,
    });
    const joined = { ...said('<@U1> has joined', '09:40:00'), subtype: 'channel_join' };
    await write(day, JSON.stringify([said('restarted worker-9', '09:41:05'), said('thanks all', '09:42:00'), joined]));
    await write(other, JSON.stringify([said('restarted worker-8', '09:43:05')]));
    // Only then the incident of the report is known.
    await open(report);
    await until('findings', () => diagnosticsOf(report).length > 0);
  });
  afterEach(async () => {
    await closeAll();
    await write(report, original);
  });
  after(() => vscode.workspace.fs.delete(uriOf('export'), { recursive: true }));

  it('adds the rows of a day of chat with their people, once', async () => {
    await importDay();
    const text = await until('the rows', async () => {
      const now = await read(report);
      return now !== original && now;
    });
    const added = text.split('\n').filter((line) => line.includes('slack:inc-42/'));
    assert.equal(added.length, 2);
    assert.match(added[0] ?? '', /2026-11-23 09:41:05Z \|.*action.*restarted worker-9.*E0941.*alice/);
    await vscode.commands.executeCommand(commandIds.importTimeline, uriOf(report), uriOf(day));
    assert.equal(await read(report), text);
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    const shown = await until('what was left out', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.getText().includes('## Left out') === true && document;
    });
    assert.match(shown.getText(), /- About the channel itself \(joins, leaves, topics\): 1/);
    assert.deepEqual([shown.isUntitled, shown.isDirty], [false, false]);
  });

  it('leaves the report as it is where the preview is left', async () => {
    let hasEnded = false;
    const running = vscode.commands.executeCommand(commandIds.importTimeline, uriOf(report), uriOf(other)).then(() => {
      hasEnded = true;
    });
    await until('the command to end', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return hasEnded;
    });
    await running;
    assert.equal(await read(report), original);
  });
});

async function importDay(): Promise<void> {
  let hasEnded = false;
  const running = vscode.commands.executeCommand(commandIds.importTimeline, uriOf(report), uriOf(day)).then(() => {
    hasEnded = true;
  });
  await until('the preview to be answered', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return hasEnded;
  });
  await running;
}
