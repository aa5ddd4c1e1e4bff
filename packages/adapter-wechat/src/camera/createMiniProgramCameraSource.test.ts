import { describe, expect, it } from '@jest/globals';
import { frameSourceContract } from '@huoti/core/testing';
import { cameraHarness } from '../../test/support/cameraHarness.js';
import { codeOf } from '../../test/support/codeOf.js';
import { settle } from '../../test/support/settle.js';
import { createMiniProgramCameraSource } from './createMiniProgramCameraSource.js';

for (const kind of ['wechat', 'alipay', 'douyin'] as const) {
  frameSourceContract(
    `the camera of ${kind}`,
    () => {
      const harness = cameraHarness({ kind, ...(kind === 'alipay' ? { lacks: ['authorize'] } : {}) });
      const { platform, element, source } = harness;
      return {
        source,
        deliverFrame: harness.deliver,
        interrupt: async () => {
          element.fault({ kind: 'stopped', detail: 'stop' });
          await settle();
        },
        holdOpening: () => {
          platform.behave('getSetting', 'held');
          return () => {
            platform.behave('getSetting', 'usual');
            platform.answer('getSetting');
          };
        },
        refuseOpening: () => {
          platform.permission = 'refused';
          return 'CAMERA_PERMISSION_DENIED';
        },
        liveResourceCount: harness.leftovers,
      };
    },
    { describe, it, expect },
  );
}

describe('a camera that fails', () => {
  it('an element that is never ready is CAMERA_INTERRUPTED after 10 s', async () => {
    const harness = cameraHarness();
    harness.page.answersReady = false;
    const opening = codeOf(harness.source.open());
    await harness.pass(9_900);
    expect(harness.page.cameraShown).toBe(true);
    await harness.pass(200);
    expect(await opening).toBe('CAMERA_INTERRUPTED');
    expect(harness.leftovers()).toBe(0);
  });

  it('an element that asks the person itself is given 60 s', async () => {
    const harness = cameraHarness({ kind: 'alipay', permission: 'not-asked', lacks: ['authorize'] });
    harness.page.answersReady = false;
    const opening = harness.source.open();
    await harness.pass(40_000);
    harness.element.ready();
    await (await opening).close();
    expect(harness.leftovers()).toBe(0);
  });

  it('no first frame for 4 s, and no frame for 2 s, are CAMERA_INTERRUPTED', async () => {
    const harness = cameraHarness();
    const first = await harness.source.open();
    await harness.pass(3_500);
    expect(harness.platform.runningListenerCount).toBe(1);
    await harness.pass(1_000);
    expect(await codeOf(first.nextFrame())).toBe('CAMERA_INTERRUPTED');
    await first.close();

    const second = await harness.source.open();
    await harness.deliver();
    await harness.pass(1_500);
    expect(harness.platform.runningListenerCount).toBe(1);
    await harness.pass(1_000);
    expect(await codeOf(second.nextFrame())).toBe('CAMERA_INTERRUPTED');
    await second.close();
    expect(harness.leftovers()).toBe(0);
  });

  it('a realm that was busy for 5 s is not held against the camera', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    await harness.deliver();
    harness.clock.advanceBy(5_000);
    await settle();
    await harness.deliver();
    (await stream.nextFrame())?.close();
    await stream.close();
  });

  it.each([
    ['denied', 'CAMERA_PERMISSION_DENIED'],
    ['broken', 'HOST_ERROR'],
  ] as const)('an element that is %s before it is ready is %s', async (kind, code) => {
    const harness = cameraHarness();
    harness.page.answersReady = false;
    const opening = codeOf(harness.source.open());
    await settle();
    harness.element.fault({ kind, detail: 'something the platform says' });
    harness.element.fault({ kind: 'stopped', detail: 'a second event' });
    expect(await opening).toBe(code);
    expect(harness.leftovers()).toBe(0);
  });

  it.each([
    ['denied', 'CAMERA_PERMISSION_DENIED'],
    ['broken', 'HOST_ERROR'],
    ['stopped', 'CAMERA_INTERRUPTED'],
  ] as const)('an element that is %s while frames come is %s', async (kind, code) => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const pending = codeOf(stream.nextFrame());
    harness.element.fault({ kind, detail: 'something the platform says' });
    expect(await pending).toBe(code);
    await stream.close();
    expect(harness.leftovers()).toBe(0);
  });

  it("the last session's element that says late that it stopped does not end this one", async () => {
    const harness = cameraHarness();
    await (await harness.source.open()).close();
    harness.page.answersReady = false;
    const opening = harness.source.open();
    await settle();
    harness.element.fault({ kind: 'stopped', detail: 'stop' });
    harness.element.ready();
    await (await opening).close();
    expect(harness.leftovers()).toBe(0);
  });

  it('a listener that fails to start keeps its own code', async () => {
    const harness = cameraHarness();
    harness.platform.behave('listener.start', { fails: { errMsg: 'start:fail camera is occupied' } });
    expect(await codeOf(harness.source.open())).toBe('CAMERA_IN_USE');
    expect(harness.leftovers()).toBe(0);
  });

  it('a listener that says nothing runs as soon as a frame comes', async () => {
    const harness = cameraHarness();
    harness.platform.behave('listener.start', 'silent');
    const opening = harness.source.open();
    await settle();
    await harness.deliver();
    const stream = await opening;
    (await stream.nextFrame())?.close();
    await stream.close();
    expect(harness.leftovers()).toBe(0);
  });

  it('a listener that answers twice, and one that throws when it is stopped, are coped with', async () => {
    const harness = cameraHarness();
    harness.platform.behave('listener.start', 'twice');
    const stream = await harness.source.open();
    harness.platform.behave('listener.stop', 'throws');
    await stream.close();
    // The platform refused to stop it: what it sends on is not taken.
    await harness.deliver();
    expect(await codeOf(stream.nextFrame())).toBe('DISPOSED');
    expect(harness.page.cameraShown).toBe(false);
    expect(harness.clock.sleeperCount).toBe(0);
  });

  it('a listener that never says that it stopped holds close up for 1 s at most', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    harness.platform.behave('listener.stop', 'silent');
    let closed = false;
    const closing = stream.close().then(() => {
      closed = true;
    });
    await harness.pass(900);
    expect(closed).toBe(false);
    expect(harness.page.cameraShown).toBe(false);
    await harness.pass(200);
    await closing;
    expect(harness.clock.sleeperCount).toBe(0);
  });

  it('a platform without camera frames is CAMERA_UNSUPPORTED', async () => {
    const harness = cameraHarness();
    harness.platform.behave('createCameraContext', 'throws');
    expect(await codeOf(harness.source.open())).toBe('CAMERA_UNSUPPORTED');
    expect(harness.leftovers()).toBe(0);
  });

  it('a second source on the same element is CAMERA_IN_USE and leaves the first alone', async () => {
    const harness = cameraHarness();
    const { platform, element, clock } = harness;
    const other = createMiniProgramCameraSource({
      api: platform.api,
      profile: platform.profile,
      element,
      clock,
    });
    const stream = await harness.source.open();
    expect(await codeOf(other.open())).toBe('CAMERA_IN_USE');
    expect(await codeOf(harness.source.open())).toBe('CAMERA_IN_USE');
    await harness.deliver();
    (await stream.nextFrame())?.close();
    await stream.close();
    await (await other.open()).close();
    expect(harness.leftovers()).toBe(0);
  });
});
