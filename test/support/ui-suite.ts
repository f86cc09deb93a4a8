import type { RootHookObject } from 'mocha';
import { captureWindows, stopHosts } from './workbench';

/** Around all UI tests: a failing one leaves pictures in out/failures/, the last one stops the shared host. */
export const mochaHooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    const test = this.currentTest;
    if (test?.state === 'failed') await captureWindows(`out/failures/${test.fullTitle().replace(/\W+/g, '-')}`);
  },
  afterAll: stopHosts,
};
