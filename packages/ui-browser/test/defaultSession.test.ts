import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestPage, type TestPage } from './harness/openTestPage.js';

let testPage: TestPage;
let page: Page;
beforeAll(async () => {
  testPage = await openTestPage();
}, 60000);
afterAll(() => testPage.close());
beforeEach(async () => {
  ({ page } = await testPage.open());
  await page.evaluate(() => window.harness.mount());
});
afterEach(() => page.context().close());

const ends = (): Promise<unknown[]> =>
  page.evaluate(() =>
    window.harness
      .seen()
      .filter(({ type }) => type === 'huoti-result' || type === 'huoti-error')
      .map(({ detail }) => {
        const { status, reason, nonce, code } = detail as Record<string, string | undefined>;
        return code ?? `${status}:${reason}:${nonce?.slice(0, 2)}`;
      }),
  );

describe('the session that is made where a page brings none', () => {
  it('runs the real engine over the given source and plan, a new plan for each try, and gives all back', async () => {
    await page.evaluate(() => window.harness.runReal({ plan: 'function', tries: 2 }));
    expect(await ends()).toEqual(['failed:NO_FACE:01', 'failed:NO_FACE:02']);
    expect(await page.evaluate(() => window.harness.openStreams.count)).toBe(0);
    expect(await page.evaluate(() => window.harness.disposedLandmarkers.count)).toBe(2);
  });

  it('refuses to use one plan for two tries', async () => {
    await page.evaluate(() => window.harness.runReal({ plan: 'object', tries: 2 }));
    expect(await ends()).toEqual(['failed:NO_FACE:01', 'PLAN_INVALID']);
  });

  it('without a manifest it loads nothing and says what to set', async () => {
    await page.evaluate(() => window.harness.runReal({ plan: 'object', tries: 1, landmarker: false }));
    expect(await ends()).toEqual(['INVALID_ARGUMENT']);
  });

  it('without a host it says what to set', async () => {
    await page.evaluate(() => window.harness.runReal({ plan: 'function', tries: 1, host: false }));
    expect(await ends()).toEqual(['INVALID_ARGUMENT']);
  });

  it('asks the host for light before it draws a plan, with what the person chose, and lends it the surface', async () => {
    await page.evaluate(() => window.harness.runReal({ plan: 'drawn', tries: 1 }));
    expect(await page.evaluate(() => window.harness.lightCalls)).toEqual(['support visible agreed', 'made']);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.locator('huoti-liveness .flash input').check();
    await page.evaluate(() => window.harness.runReal({ plan: 'drawn', tries: 1 }));
    const calls = await page.evaluate(() => window.harness.lightCalls);
    expect(calls.slice(2)).toEqual(['support visible declined', 'made']);
    expect(await ends()).toEqual([]);
  });

  it("takes the host's camera where no source is set, and tells its failure calmly", async () => {
    await page.evaluate(() => window.harness.runReal({ plan: 'function', tries: 1, source: false }));
    expect(await ends()).toEqual(['CAMERA_NOT_FOUND']);
    expect(await page.locator('huoti-liveness [part~=alternative-button]').isVisible()).toBe(true);
    expect(await page.evaluate(() => window.harness.disposedLandmarkers.count)).toBe(1);
  });
});
