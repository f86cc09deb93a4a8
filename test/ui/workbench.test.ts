import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('the workbench with the packaged extension', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ open: '.incidents.yml' });
  });
  after(() => workbench.close());

  it('opens the sample workspace and runs a command from the palette', async () => {
    await workbench.page.locator('.monaco-editor .view-lines').first().waitFor();
    await workbench.runCommand('View: Show Extensions');
    await workbench.page.locator('.extensions-viewlet').waitFor();
    assert.ok(workbench.folder.endsWith('checkout'));
  });
});
