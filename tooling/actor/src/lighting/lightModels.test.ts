import { describe, expect, it } from '@jest/globals';
import { createSubject } from '@huoti/core/testing';
import { measureRegions, FACE_REGION_NAMES } from '@huoti/core';
import { readCanonicalFace } from '../node/readCanonicalFace.js';
import { createRandom } from '../random/createRandom.js';
import { createFlatObject } from '../attacks/flat/createFlatObject.js';
import { createAreaLight } from './createAreaLight.js';
import { createHeadSurface } from './createHeadSurface.js';
import { createPointLight } from './createPointLight.js';
import type { LitScene, SurfaceKind } from './LitScene.js';
import type { RoomConditions } from './RoomConditions.js';
import type { ScreenColour } from './ScreenNow.js';

const [WIDTH, HEIGHT] = [360, 480];
const canonicalFace = await readCanonicalFace();
const face = createSubject({ noise: 0, frameWidthPx: WIDTH, frameHeightPx: HEIGHT }).observe(0);
const ROOM: RoomConditions = { ambientLux: 60, screenLux: 60, lagMs: 50, noise: 0.5, cast: [1, 1, 1] };
const RED: ScreenColour = [1, 0, 0];
const BLUE: ScreenColour = [0, 0, 1];
const BLACK: ScreenColour = [0, 0, 0];

const headScene = (): LitScene => ({
  surfaces: [
    createHeadSurface({ canonicalFace, widthPx: WIDTH, heightPx: HEIGHT, distanceCm: 40 }).place(
      face.landmarks,
    ),
  ],
  backgroundCm: 200,
});

const flatScene = (kind: SurfaceKind): LitScene => ({
  surfaces: [
    createFlatObject({
      kind,
      widthCm: 30,
      heightCm: 40,
      texture: { leftPx: 0, topPx: 0, widthPx: WIDTH, heightPx: HEIGHT },
      widthPx: WIDTH,
      heightPx: HEIGHT,
      focalPx: 480,
    }).place({ yaw: 0, pitch: 0, roll: 0, xCm: 0, yCm: 0, zCm: 40, bend: 0 }).surface,
  ],
  backgroundCm: 200,
});

describe.each([
  ['point', createPointLight],
  ['area', createAreaLight],
] as const)('the %s light', (_name, create) => {
  /** Colours of the face's regions and of the corners under a course of colours; the last frame's. */
  function take(
    scene: LitScene,
    colours: readonly ScreenColour[],
    { room = ROOM, frameMs = 80 }: { room?: RoomConditions; frameMs?: number } = {},
  ) {
    const model = create({ room, random: createRandom(3) });
    let regions = measureRegions(frameOf(), face);
    colours.forEach((_, at) => {
      const frame = frameOf();
      const screen = {
        colourAt: (atMs: number) =>
          colours[Math.max(0, Math.min(at, Math.floor(atMs / frameMs)))] as ScreenColour,
      };
      model.light(frame, scene, at * frameMs, screen);
      regions = measureRegions(frame, face);
    });
    return regions;
  }
  const frameOf = () => ({
    data: new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(110),
    widthPx: WIDTH,
    heightPx: HEIGHT,
    rotationDegrees: 0 as const,
    mirrored: false,
    timestampMs: 0,
    close: () => undefined,
  });
  /** Red less blue of a region. */
  const warmth = (values: Float32Array, at: number): number => values[at * 3]! - values[at * 3 + 2]!;
  const region = (name: (typeof FACE_REGION_NAMES)[number]): number => FACE_REGION_NAMES.indexOf(name);

  it('colours a face, and the wall far behind it hardly', () => {
    const { face: colours, background } = take(headScene(), [RED, RED, RED, RED]);
    expect(warmth(colours, region('forehead'))).toBeGreaterThan(15);
    for (let corner = 0; corner < 2; corner++) {
      expect(Math.abs(warmth(background, corner))).toBeLessThan(warmth(colours, region('forehead')) / 3);
    }
  });

  it('falls more on what looks at the screen than on the sides of a face, and evenly on paper', () => {
    const spread = (scene: LitScene): number => {
      const { face: colours } = take(scene, [RED, RED, RED, RED]);
      const ahead = warmth(colours, region('nose'));
      return warmth(colours, region('leftEyeSide')) / ahead;
    };
    expect(spread(headScene())).toBeLessThan(0.85);
    expect(spread(flatScene('paper'))).toBeGreaterThan(0.9);
  });

  it('comes back from a lit screen by a small part only', () => {
    const of = (kind: SurfaceKind): number => {
      const { face: colours } = take(flatScene(kind), [BLACK, BLACK, RED, RED, RED]);
      return warmth(colours, region('forehead'));
    };
    expect(of('screen')).toBeLessThan(of('paper') / 3);
  });

  it('is weaker in a brighter room', () => {
    const at = (ambientLux: number): number =>
      warmth(take(headScene(), [RED, RED, RED], { room: { ...ROOM, ambientLux } }).face, region('forehead'));
    expect(at(15)).toBeGreaterThan(at(150));
    expect(at(150)).toBeGreaterThan(at(900));
    expect(at(900)).toBeGreaterThan(0);
  });

  it('is seen late by the lag of the camera', () => {
    const late = { ...ROOM, lagMs: 200 };
    const quick = { ...ROOM, lagMs: 0 };
    const course = [BLUE, BLUE, BLUE, BLUE, RED, RED];
    const of = (room: RoomConditions): number =>
      warmth(take(headScene(), course, { room }).face, region('forehead'));
    expect(of(quick)).toBeGreaterThan(0);
    expect(of(late)).toBeLessThan(0);
  });

  it('leaves a picture as bright as it was while nothing changes', () => {
    const white: ScreenColour = [0.82, 0.82, 0.82];
    const { face: colours } = take(
      headScene(),
      Array.from({ length: 8 }, () => white),
    );
    const mean = colours.slice(0, 24).reduce((sum, value) => sum + value / 24, 0);
    expect(mean).toBeGreaterThan(90);
    expect(mean).toBeLessThan(190);
  });
});
