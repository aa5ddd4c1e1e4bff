import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { frameSourceContract } from '@huoti/core/testing';
import { isHuotiError } from '@huoti/protocol';
import { cameraHarness, greyFrame, type CameraHarness } from '../../test/support/cameraHarness.js';
import { codeOf } from '../../test/support/codeOf.js';
import { settle } from '../../test/support/settle.js';
import { createFrameOrientation } from './createFrameOrientation.js';
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

describe('a session that is left', () => {
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
});

describe('a camera that fails', () => {
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
    ['stopped', 'CAMERA_INTERRUPTED'],
  ] as const)('an element that is %s is %s, also before it is ready', async (kind, code) => {
    const harness = cameraHarness();
    harness.page.answersReady = false;
    const opening = codeOf(harness.source.open());
    await settle();
    harness.element.fault({ kind, detail: 'something the platform says' });
    harness.element.fault({ kind: 'stopped', detail: 'a second event' });
    expect(await opening).toBe(code);
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

describe('what the platform gives as a frame', () => {
  const bytes = (length: number): ArrayBuffer => new ArrayBuffer(length);
  it.each([
    ['a short buffer', { width: 32, height: 24, data: bytes(32 * 24 * 4 - 1) }],
    ['a buffer that is too long', { width: 32, height: 24, data: bytes(32 * 24 * 4 + 4) }],
    ['no size', { width: 0, height: 0, data: bytes(0) }],
    ['half a pixel', { width: 32.5, height: 24, data: bytes(32.5 * 24 * 4) }],
    ['a size that is text', { width: '32', height: '24', data: bytes(32 * 24 * 4) }],
    ['NaN', { width: NaN, height: 24, data: bytes(0) }],
    ['base64 in place of bytes', { width: 32, height: 24, data: 'AAAA' }],
    ['no bytes', { width: 32, height: 24 }],
    ['nothing', null],
  ])('%s ends the stream with INVALID_ARGUMENT', async (_title, frame) => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const pending = codeOf(stream.nextFrame());
    harness.platform.deliver(frame as never);
    expect(await pending).toBe('INVALID_ARGUMENT');
    await stream.close();
    expect(harness.leftovers()).toBe(0);
  });

  it('a frame that throws when it is read is HOST_ERROR, and the platform never sees it', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const pending = codeOf(stream.nextFrame());
    const hostile = Object.defineProperty({ width: 32, height: 24 }, 'data', {
      get() {
        throw new RangeError('a trap');
      },
    });
    expect(() => harness.platform.deliver(hostile)).not.toThrow();
    expect(await pending).toBe('HOST_ERROR');
    await stream.close();
    expect(harness.leftovers()).toBe(0);
  });

  it('is copied before the platform writes over it', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const frame = greyFrame();
    harness.platform.deliver(frame);
    new Uint8Array(frame.data).fill(7);
    const taken = await stream.nextFrame();
    expect(taken?.data[0]).toBe(128);
    await stream.close();
  });

  it('is black once it is closed, and once its stream is, and its buffer is used again', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    await harness.deliver();
    const first = await stream.nextFrame();
    const buffer = first?.data;
    first?.close();
    expect(buffer?.every((value) => value === 0)).toBe(true);
    await harness.deliver();
    const second = await stream.nextFrame();
    expect(second?.data === buffer).toBe(true);
    await stream.close();
    expect(buffer?.every((value) => value === 0)).toBe(true);
  });

  it('ten minutes of frames use two buffers', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const buffers = new Set<unknown>();
    for (let at = 0; at < 2_000; at += 1) {
      harness.clock.advanceBy(33);
      harness.platform.deliver(greyFrame());
      if (at % 3 !== 0) continue;
      const frame = await stream.nextFrame();
      buffers.add(frame?.data);
      harness.platform.deliver(greyFrame());
      frame?.close();
    }
    expect(buffers.size).toBeLessThanOrEqual(2);
    await stream.close();
  });

  it('two frames in one ms still follow each other', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    harness.platform.deliver(greyFrame());
    const first = await stream.nextFrame();
    harness.platform.deliver(greyFrame());
    const second = await stream.nextFrame();
    expect(second?.timestampMs).toBeGreaterThan(first?.timestampMs ?? Infinity);
    await stream.close();
  });

  it('is stamped with the turn that is configured, and mirroring that is not known is said', async () => {
    const orientation = createFrameOrientation({ rotationDegrees: 270, mirrored: 'unknown' });
    const harness = cameraHarness({ orientation });
    const stream = await harness.source.open({ facing: 'environment' });
    expect(stream.mirroringKnown).toBe(false);
    expect(stream.warnings).toHaveLength(1);
    await harness.deliver();
    expect(await stream.nextFrame()).toMatchObject({ rotationDegrees: 270, mirrored: false });
    await stream.close();
  });
});
