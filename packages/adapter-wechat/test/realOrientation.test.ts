import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FaceLandmarker } from '@huoti/core';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { turnPicture, type Picture } from '@huoti/wx-host';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { createFrameOrientation, type FrameRotation } from '../src/camera/createFrameOrientation.js';
import { orientLandmarker } from '../src/camera/orientLandmarker.js';
import { createMiniProgramClock } from '../src/host/createMiniProgramClock.js';
import { footage, readClip } from './support/footage.js';

const ROTATIONS: readonly FrameRotation[] = [0, 90, 180, 270];

it('is run where there is footage, and says so where there is none', () => {
  expect(footage.present || process.env['HUOTI_REQUIRE_FIXTURES'] !== '1').toBe(true);
});

if (footage.present) {
  /**
   * Different people: dark and light rooms, glasses, a beard, dark skin, a window behind, a far face, two outdoors. The last three are those
   * whose faces are misread most while they lie (one side is hardly ever understood).
   */
  const PEOPLE = [
    'live_a01_headturn',
    'live_a02_headturn_glasses',
    'live_a03_headturn',
    'live_a07_talk_backlit',
    'live_a20_nuaa_webcam',
    'live_a18_camera_moves_away',
    'live_a25_outdoor_smile',
    'live_a27_smile_far',
  ];
  /** The slowest of them takes 23; most take 7, the least there is. */
  const FRAMES = 24;

  describe('how frames of real people lie', () => {
    const clock = createMiniProgramClock();
    let inner: FaceLandmarker;
    beforeAll(async () => {
      inner = createTfjsLandmarker({ manifest: modelManifest, assets: createNodeAssetLoader(), clock });
      await inner.load();
    }, 60_000);
    afterAll(() => inner.dispose());
    const settledBy: number[] = [];

    describe.each(PEOPLE)('%s', (clip) => {
      let upright: readonly Picture[];
      beforeAll(() => {
        upright = readClip(clip, { frames: FRAMES });
      }, 60_000);

      it.each(ROTATIONS)(
        'its frames turned by %i degrees: found within 24 frames',
        async (turnDegrees) => {
          inner.reset();
          const orientation = createFrameOrientation();
          const landmarker = orientLandmarker(inner, orientation);
          let used = 0;
          for (const picture of upright) {
            if (orientation.settled !== null) break;
            const turned = turnPicture(picture, { rotationDegrees: turnDegrees });
            const { widthPx, heightPx } = turned;
            await landmarker.detect({
              ...turned,
              data: new Uint8ClampedArray(turned.data),
              rotationDegrees: orientation.rotationOf(widthPx, heightPx),
              mirrored: false,
              timestampMs: used * 100,
              close: () => undefined,
            });
            used += 1;
          }
          settledBy.push(used);
          expect(orientation.settled).toBe((360 - turnDegrees) % 360);
        },
        60_000,
      );
    });

    it('half of them are found within 12 frames', () => {
      const sorted = [...settledBy].sort((a, b) => a - b);
      expect(sorted).toHaveLength(PEOPLE.length * ROTATIONS.length);
      expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(12);
    });
  });
}
