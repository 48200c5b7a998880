/** Loaded by mocha before the UI tests: a picture of every failure, and an end to server and browser. */
import type { Context } from 'mocha';
import { endSession } from './session.ts';
import { openWorkbenches } from './workbench.ts';

export const mochaHooks = {
  async afterEach(this: Context) {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test
      .fullTitle()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 100);
    for (const [index, workbench] of [...openWorkbenches].entries()) {
      await workbench.screenshot(`failed-${name}${index > 0 ? `-${index}` : ''}`).catch(() => {});
    }
  },
  async afterAll() {
    for (const workbench of [...openWorkbenches]) await workbench.close();
    await endSession();
  },
};
