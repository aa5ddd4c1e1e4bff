import { describe, expect, it } from '@jest/globals';
import { createCameraRig } from '../../test/support/createCameraRig.js';
import { createHostCameraSource } from './createHostCameraSource.js';

/** Ten seconds of 30 frames a second. */
const PICTURES = 300;
const EVERY_MS = 33;

describe('a camera faster than whoever reads it', () => {
  it('with a reader five times slower nothing piles up, the newest is read, and every picture is accounted for', async () => {
    const rig = await createCameraRig();
    const source = createHostCameraSource({
      link: rig.link,
      environment: rig.page.environment,
      decoder: rig.decoder,
    });
    const stream = await source.open();
    const read: number[] = [];
    for (let number = 1; number <= PICTURES; number++) {
      rig.clock.advanceBy(EVERY_MS);
      await rig.capture((number % 255) + 1);
      expect(rig.openPictures()).toBe(0);
      if (number % 5 !== 0) continue;
      const frame = await stream.nextFrame();
      expect(frame?.data[0]).toBe((number % 255) + 1);
      read.push(number);
      frame?.close();
    }
    expect(read.length).toBe(PICTURES / 5);
    expect(rig.mostFramesUnderWay()).toBeLessThanOrEqual(2);
    expect(stream.droppedFrameCount + read.length).toBe(PICTURES);
    await stream.close();
    expect(rig.liveResourceCount()).toBe(0);
  });

  it('with a decoder five times slower the app drops instead, and what is shown is at most two pictures old', async () => {
    const rig = await createCameraRig({ decodeMs: EVERY_MS * 5 });
    const source = createHostCameraSource({
      link: rig.link,
      environment: rig.page.environment,
      decoder: rig.decoder,
    });
    const stream = await source.open();
    const shown: number[] = [];
    const ages: number[] = [];
    let ended = false;
    const reader = (async (): Promise<void> => {
      while (!ended) {
        const frame = await stream.nextFrame().catch(() => null);
        if (!frame) return;
        shown.push(frame.data[0] ?? 0);
        ages.push(rig.clock.nowMs() - frame.timestampMs);
        frame.close();
      }
    })();
    for (let number = 1; number <= PICTURES; number++) {
      rig.clock.advanceBy(EVERY_MS);
      await rig.capture((number % 255) + 1, 0);
      expect(rig.openPictures()).toBeLessThanOrEqual(1);
    }
    await rig.pass(EVERY_MS * 15);
    expect(rig.mostFramesUnderWay()).toBeLessThanOrEqual(2);
    expect(shown.length).toBeGreaterThan(PICTURES / 5 - 3);
    // Two on their way, each as long as it takes to decode one, and one waiting at the app for a picture's time.
    expect(Math.max(...ages)).toBeLessThanOrEqual(EVERY_MS * 5 * 3);
    // The last one that waited at the app has come by now, and with it the app's own count.
    expect(stream.droppedFrameCount + shown.length).toBe(PICTURES);
    expect(shown[shown.length - 1]).toBe((PICTURES % 255) + 1);
    ended = true;
    await stream.close();
    await reader;
    expect(rig.liveResourceCount()).toBe(0);
  });
});
