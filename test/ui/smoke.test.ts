import assert from 'node:assert/strict';
import { until, Workbench } from './workbench.ts';

describe('the workbench', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  it('shows our container in the activity bar', async () => {
    const icon = workbench.page.locator('.activitybar .action-label[aria-label^="Codeboom"]');
    assert.equal(await icon.isVisible(), true);
  });

  it('shows the code tree by keyboard', async () => {
    await workbench.focusView('Code Tree');
    await until(
      async () => (await workbench.treeItems('Code Tree')).length > 0,
      async () => 'codes in the code tree',
    );
    await workbench.screenshot('code-tree');
  });
});
