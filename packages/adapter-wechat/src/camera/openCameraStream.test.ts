import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { isHuotiError } from '@huoti/protocol';
import { cameraHarness, type CameraHarness } from '../../test/support/cameraHarness.js';
import { codeOf } from '../../test/support/codeOf.js';
import { settle } from '../../test/support/settle.js';

/** What pulls the camera away, at any time. */
const ENDS: readonly [string, (harness: CameraHarness) => void][] = [
  ['the page is hidden', ({ element }) => element.left('hidden')],
  ['the page is unloaded', ({ element }) => element.left('unloaded')],
  ['the mini-program is hidden', ({ platform }) => platform.hideApp()],
  ['a call comes in', ({ platform }) => platform.interruptAudio()],
  ['memory is critical', ({ platform }) => platform.warnOfMemory(15)],
  ['iOS warns of memory, without a level', ({ platform }) => platform.warnOfMemory()],
];

/** Each stage that open() waits in, and how to make it wait there. */
const STAGES: readonly [string, (harness: CameraHarness) => void][] = [
  ['settings are read', ({ platform }) => platform.behave('getSetting', 'silent')],
  [
    'the privacy notice is shown',
    ({ platform }) => {
      platform.privacyNeeded = true;
      platform.behave('requirePrivacyAuthorize', 'held');
    },
  ],
  [
    'the permission is asked',
    ({ platform }) => {
      platform.permission = 'not-asked';
      platform.behave('authorize', 'held');
    },
  ],
  [
    'the element is not ready',
    ({ page }) => {
      page.answersReady = false;
    },
  ],
  ['the listener starts', ({ platform }) => platform.behave('listener.start', 'silent')],
];

describe('a session that is left or given up', () => {
  for (const [stage, arrange] of STAGES) {
    it.each(ENDS)(`while ${stage}: %s is CAMERA_INTERRUPTED, and nothing is left`, async (_title, end) => {
      const harness = cameraHarness();
      arrange(harness);
      const opening = harness.source.open().then(
        () => null,
        (error: unknown) => error,
      );
      await settle();
      end(harness);
      const error = await opening;
      expect(isHuotiError(error, 'CAMERA_INTERRUPTED') && error.retryable).toBe(true);
      expect(harness.leftovers()).toBe(0);
    });
  }

  it.each(ENDS)('while frames come: %s is CAMERA_INTERRUPTED, and nothing is left', async (_title, end) => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const pending = codeOf(stream.nextFrame());
    end(harness);
    expect(await pending).toBe('CAMERA_INTERRUPTED');
    await settle();
    expect(harness.leftovers()).toBe(0);
    await stream.close();
    expect(await codeOf(stream.nextFrame())).toBe('DISPOSED');
  });

  it('that the page leaves in the very moment it is asked for its camera holds nothing', async () => {
    const harness = cameraHarness();
    const { element } = harness;
    element.onWanted((wanted) => {
      if (wanted) element.left('unloaded');
    });
    expect(await codeOf(harness.source.open())).toBe('CAMERA_INTERRUPTED');
    expect(harness.leftovers()).toBe(0);
  });

  it('that is left as the camera becomes ready never starts it', async () => {
    const harness = cameraHarness();
    harness.page.answersReady = false;
    const opening = codeOf(harness.source.open());
    await settle();
    harness.element.ready();
    harness.element.left('hidden');
    expect(await opening).toBe('CAMERA_INTERRUPTED');
    expect(harness.platform.calls).not.toContain('listener.start');
    expect(harness.leftovers()).toBe(0);
  });

  it('goes on after a memory warning under the critical one', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    harness.platform.warnOfMemory(10);
    await harness.deliver();
    (await stream.nextFrame())?.close();
    await stream.close();
  });

  it('can be started again on the same page', async () => {
    const harness = cameraHarness();
    const first = await harness.source.open();
    harness.element.left('hidden');
    await first.close();
    const second = await harness.source.open();
    await harness.deliver();
    (await second.nextFrame())?.close();
    await second.close();
    expect(harness.leftovers()).toBe(0);
  });

  it.each(STAGES)('an abort while %s is ABORTED, and nothing is left', async (_stage, arrange) => {
    const harness = cameraHarness();
    arrange(harness);
    const abort = createAbortSource();
    const opening = codeOf(harness.source.open({ signal: abort.signal }));
    await settle();
    abort.abort();
    expect(await opening).toBe('ABORTED');
    expect(harness.leftovers()).toBe(0);
  });
});
