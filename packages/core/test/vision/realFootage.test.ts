import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTfjsLandmarker } from '../../src/vision/tfjs/createTfjsLandmarker.js';
import type { FaceObservation } from '../../src/vision/FaceObservation.js';
import { builtModels, clock, eyeAspectRatio, frameOf } from './engineUnderTest.js';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const fixtures = process.env['HUOTI_FIXTURES'] ?? resolve(repository, '../shared/fixtures');
const present = existsSync(resolve(fixtures, 'MANIFEST.csv'));

if (!present && process.env['HUOTI_REQUIRE_FIXTURES'] === '1') {
  throw new Error(`HUOTI_REQUIRE_FIXTURES is 1 and there is no footage at ${fixtures}`);
}
if (!present) console.warn('left out: packages/core real footage (set HUOTI_FIXTURES)');

/** Frames of a picture or clip, longest side 480 px, as RGBA. */
function decode(
  file: string,
  filters: string,
  seconds = 3,
): { frames: Uint8ClampedArray[]; width: number; height: number } {
  const path = resolve(fixtures, file);
  const scale = 'scale=480:480:force_original_aspect_ratio=decrease:force_divisible_by=2';
  const run = (args: string[]): Buffer =>
    execFileSync(
      'ffmpeg',
      ['-v', 'error', '-i', path, '-t', String(seconds), '-vf', `${filters}${scale}`, ...args, '-'],
      {
        maxBuffer: 1 << 30,
      },
    );
  // A PNG says its own size: bytes 16 to 23.
  const header = run(['-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png']);
  const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  const raw = run(['-f', 'rawvideo', '-pix_fmt', 'rgba']);
  const size = width * height * 4;
  const frames: Uint8ClampedArray[] = [];
  for (let at = 0; at + size <= raw.length; at += size) {
    frames.push(new Uint8ClampedArray(raw.buffer, raw.byteOffset + at, size));
  }
  return { frames, width, height };
}

if (present) {
  describe('on real footage', () => {
    let landmarker: ReturnType<typeof createTfjsLandmarker>;
    beforeAll(async () => {
      landmarker = createTfjsLandmarker({ ...(await builtModels()), clock });
      await landmarker.load();
    }, 60000);
    afterAll(() => landmarker.dispose());

    const watch = async (
      { frames, width, height }: ReturnType<typeof decode>,
      stepMs: number,
    ): Promise<(readonly FaceObservation[])[]> => {
      landmarker.reset();
      const seen: (readonly FaceObservation[])[] = [];
      for (const [index, data] of frames.entries()) {
        seen.push(await landmarker.detect(frameOf(data, width, height, { timestampMs: index * stepMs })));
      }
      return seen;
    };
    const still = (file: string): ReturnType<typeof decode> => {
      const one = decode(file, '');
      return { ...one, frames: Array.from({ length: 25 }, () => one.frames[0]!) };
    };

    it('an eye that blinks closes to an aspect ratio under 0.1, from an open one over 0.2', async () => {
      const seen = await watch(decode('videos/live_a14_single_blink.mp4', ''), 40);
      const ratios = seen.flatMap(([face]) => (face ? [eyeAspectRatio(face.landmarks)] : []));
      expect(Math.min(...ratios)).toBeLessThan(0.1);
      expect(Math.max(...ratios)).toBeGreaterThan(0.2);
    }, 60000);

    it.each([
      'live_a01_headturn',
      'live_a03_headturn',
      'live_a07_talk_backlit',
      'live_a13_mouth_open',
      'live_a20_nuaa_webcam',
      'live_a26_outdoor_turn_far',
    ])(
      '%s: one face in every frame, and no second one',
      async (clip) => {
        const seen = await watch(decode(`videos/${clip}.mp4`, 'fps=10,'), 100);
        expect(seen.map((faces) => faces.length)).toEqual(seen.map(() => 1));
      },
      60000,
    );

    it('two people are two faces in every frame', async () => {
      const seen = await watch(decode('videos/multi_a01_two_faces.mp4', 'fps=10,'), 100);
      expect(seen.map((faces) => faces.length)).toEqual(seen.map(() => 2));
    }, 60000);

    it('points stay within 0.1 % of the face on a repeated picture', async () => {
      const seen = await watch(still('faces/single_lp_s1.jpg'), 40);
      const tips = seen.slice(8).map(([face]) => face!.landmarks[3]! / face!.box.widthPx);
      expect(Math.max(...tips) - Math.min(...tips)).toBeLessThan(0.001);
    }, 60000);

    it.each([
      'cartoon_art_3',
      'cartoon_s7',
      'cartoon_s23',
      'animal_s22',
      'animal_s25',
      'animal_s30',
      'animal_s36',
      'animal_s39',
      'statue_s6',
      'scene_background',
      'scene_street_cars',
    ])(
      '%s as a repeated still is never followed',
      async (name) => {
        const seen = await watch(still(`nonfaces/${name}.jpg`), 40);
        expect(seen.slice(1).every((faces) => faces.length === 0)).toBe(true);
      },
      60000,
    );
  });
}
