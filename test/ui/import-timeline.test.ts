import { openWorkbench, type Workbench } from '../support/workbench';

describe('importing a timeline in restricted mode', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      open: 'incidents/2026-11-23-payment-confirmations-late/report.md',
      restricted: true,
    });
    await workbench.page.locator('.statusbar-item', { hasText: '1 incident' }).waitFor();
  });
  after(() => workbench.close());

  it('says why the history of git is not read', async () => {
    await workbench.runCommand('Incidents: Import Timeline…');
    await workbench.quickInput.rows.filter({ hasText: 'Not in restricted mode' }).click();
    await workbench.notification('The history of git is not read in restricted mode').waitFor();
  });
});
