import { describe, expect, it } from '@jest/globals';
import { createAbortSource, type Frame } from '@huoti/core';
import { frameSourceContract } from '@huoti/core/testing';
import { isHuotiError } from '@huoti/protocol';
import { createCameraRig, type CameraRig } from '../../test/support/createCameraRig.js';
import { createFakeHostCamera } from '../testing/createFakeHostCamera.js';
import { createHostCameraSource } from './createHostCameraSource.js';

const sourceOf = ({ link, page, decoder }: CameraRig) =>
  createHostCameraSource({ link, environment: page.environment, decoder });

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return isHuotiError(error) ? error.code : String(error);
  }
};

const showsOf = (frame: Frame | null): number => {
  const shows = frame?.data[0] ?? -1;
  frame?.close();
  return shows;
};

frameSourceContract(
  "an app's camera",
  async () => {
    const rig = await createCameraRig();
    let number = 0;
    return {
      source: sourceOf(rig),
      async deliverFrame() {
        rig.clock.advanceBy(33);
        await rig.capture((number += 1));
      },
      async interrupt() {
        rig.camera.lose();
        await rig.settle();
      },
      holdOpening: () => rig.camera.hold(),
      refuseOpening: () => {
        rig.camera.refuse('CAMERA_NOT_FOUND');
        return 'CAMERA_NOT_FOUND';
      },
      liveResourceCount: rig.liveResourceCount,
    };
  },
  { describe, it, expect },
);

describe('createHostCameraSource', () => {
  it("a frame has the sensor's time on the page's clock, whatever clock the app has", async () => {
    const rig = await createCameraRig({ hostClockMs: 500_000 });
    const stream = await sourceOf(rig).open();
    rig.clock.advanceBy(100);
    await rig.capture(1, 40);
    const frame = await stream.nextFrame();
    expect(frame?.timestampMs).toBe(1100 - 40);
    await stream.close();
  });

  it('a sensor time that lies ahead of its arrival counts as the arrival', async () => {
    const rig = await createCameraRig();
    const stream = await sourceOf(rig).open();
    rig.clock.advanceBy(100);
    await rig.capture(1, -5000);
    expect((await stream.nextFrame())?.timestampMs).toBe(1100);
    await stream.close();
  });

  it('says what was asked and not given, and whether the mirroring is known', async () => {
    const camera = createFakeHostCamera({ facts: { fps: 10, mirrored: null, facing: 'environment' } });
    const rig = await createCameraRig({ camera });
    const stream = await sourceOf(rig).open();
    expect(stream.warnings).toEqual([
      'asked for 30 frames a second, got 10',
      'asked for the user camera, got the environment one',
    ]);
    expect(stream.mirroringKnown).toBe(false);
    await stream.close();
  });

  it('shows the preview while it is open, and nothing after it was lost in its first moment', async () => {
    const rig = await createCameraRig();
    const source = sourceOf(rig);
    const previews: boolean[] = [];
    source.subscribePreview((preview) => previews.push(preview !== null));
    const stream = await source.open();
    expect(previews).toEqual([true]);
    await stream.close();
    expect(previews).toEqual([true, false]);
    rig.page.hidden = true;
    const lost = await source.open();
    expect(await codeOf(lost.nextFrame())).toBe('CAMERA_INTERRUPTED');
    expect(previews).toEqual([true, false, true, false]);
    await lost.close();
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('a second open while one is open is CAMERA_IN_USE', async () => {
    const rig = await createCameraRig();
    const source = sourceOf(rig);
    const stream = await source.open();
    expect(await codeOf(source.open())).toBe('CAMERA_IN_USE');
    await stream.close();
  });

  it('an abort while the app opens sends a cancel, and the app lets go', async () => {
    const rig = await createCameraRig();
    const release = rig.camera.hold();
    const abort = createAbortSource();
    const opening = codeOf(sourceOf(rig).open({ signal: abort.signal }));
    await rig.settle();
    abort.abort();
    expect(await opening).toBe('ABORTED');
    await rig.settle();
    expect(rig.sent.filter((one) => one.endsWith('camera.open'))).toEqual([
      'request camera.open',
      'cancel camera.open',
    ]);
    release();
    await rig.settle();
    expect(rig.camera.isOpen).toBe(false);
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('a camera that was opened for an aborted request is closed, though the answer was on its way', async () => {
    const rig = await createCameraRig();
    const abort = createAbortSource();
    const opening = codeOf(sourceOf(rig).open({ signal: abort.signal }));
    // The app has opened and answered; the page aborts before it hears of it.
    for (let turn = 0; turn < 60 && !rig.camera.isOpen; turn++) await Promise.resolve();
    expect(rig.camera.isOpen).toBe(true);
    abort.abort();
    expect(await opening).toBe('ABORTED');
    await rig.settle();
    expect(rig.camera.isOpen).toBe(false);
    expect(rig.liveResourceCount()).toBe(0);
  });

  it.each([
    ['the page is hidden', (rig: CameraRig) => rig.page.hide(), 'CAMERA_INTERRUPTED'],
    ['the app goes to the background', (rig: CameraRig) => rig.host.pause(), 'CAMERA_INTERRUPTED'],
    ['a call comes in', (rig: CameraRig) => rig.host.interrupt(), 'CAMERA_INTERRUPTED'],
    ['the system takes the camera', (rig: CameraRig) => rig.camera.lose(), 'CAMERA_INTERRUPTED'],
    ['another app takes it', (rig: CameraRig) => rig.camera.lose('CAMERA_IN_USE'), 'CAMERA_IN_USE'],
    ['the bridge is closed', (rig: CameraRig) => rig.link.close(), 'CAMERA_INTERRUPTED'],
  ] as const)('when %s the stream ends, and nothing is left', async (_what, happen, code) => {
    const rig = await createCameraRig();
    const stream = await sourceOf(rig).open();
    const pending = codeOf(stream.nextFrame());
    happen(rig);
    expect(await pending).toBe(code);
    await stream.close();
    // An app whose bridge is gone lets go by itself.
    await rig.host.close();
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('an app that was left before the camera opened gives no frame', async () => {
    const rig = await createCameraRig();
    rig.host.pause();
    await rig.settle();
    const stream = await sourceOf(rig).open();
    expect(await codeOf(stream.nextFrame())).toBe('CAMERA_INTERRUPTED');
    await stream.close();
    rig.host.resume();
    await rig.settle();
    const again = await sourceOf(rig).open();
    await rig.capture(7);
    expect(showsOf(await again.nextFrame())).toBe(7);
    await again.close();
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('a host that dies is noticed by its silence, and its camera is not waited for longer than a request', async () => {
    let dead = false;
    const rig = await createCameraRig({
      carry: (deliver) => void Promise.resolve().then(() => (dead ? undefined : deliver())),
    });
    const stream = await sourceOf(rig).open();
    await rig.capture(1);
    expect(showsOf(await stream.nextFrame())).toBe(1);
    dead = true;
    const pending = codeOf(stream.nextFrame());
    await rig.pass(2300);
    expect(await pending).toBe('CAMERA_INTERRUPTED');
    const closing = stream.close();
    await rig.pass(5000);
    await closing;
    await rig.host.close();
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('a camera that opens and gives no frame is CAMERA_INTERRUPTED after 4 s', async () => {
    const rig = await createCameraRig();
    const stream = await sourceOf(rig).open();
    const pending = codeOf(stream.nextFrame());
    await rig.pass(4300);
    expect(await pending).toBe('CAMERA_INTERRUPTED');
    await stream.close();
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('a view that can not draw leaves no camera on', async () => {
    const rig = await createCameraRig();
    rig.page.drawable = false;
    const stream = await sourceOf(rig).open();
    const pending = codeOf(stream.nextFrame());
    await rig.capture(1);
    expect(await pending).toBe('CAMERA_UNSUPPORTED');
    await stream.close();
    expect(rig.camera.isOpen).toBe(false);
  });

  it('a page that can not even make a canvas leaves no camera on', async () => {
    const rig = await createCameraRig();
    const environment = {
      ...rig.page.environment,
      createCanvas: (): never => {
        throw new TypeError('made for the test');
      },
    };
    const source = createHostCameraSource({ link: rig.link, environment, decoder: rig.decoder });
    await expect(source.open()).rejects.toThrow('made for the test');
    expect(rig.camera.isOpen).toBe(false);
    expect(rig.liveResourceCount()).toBe(0);
  });
});
