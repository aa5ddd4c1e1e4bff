import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eyeOpenness, mouthOpenness, yawIndex, type Clock, type FaceObservation } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { createSubject } from './createSubject.js';
import { readCanonicalFace } from './node/readCanonicalFace.js';
import type { Persona } from './personas/Persona.js';
import { PERSONAS } from './personas/personas.js';
import { createRenderer } from './render/createRenderer.js';
import { ROOM_NAMES } from './render/rooms.js';
import { NEUTRAL_POSE, type SubjectPose } from './render/SubjectPose.js';
import { createStage } from './scenes/createStage.js';
import type { SceneName } from './scenes/SceneName.js';

const canonicalFace = await readCanonicalFace();
const clock: Clock = {
  nowMs: () => Date.now(),
  sleep: (ms, { signal } = {}) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new HuotiError('ABORTED', 'the sleep was aborted'));
      });
    }),
};
const landmarker = createTfjsLandmarker({ assets: createNodeAssetLoader(), manifest: modelManifest, clock });
const [WIDTH, HEIGHT] = [480, 640];
let nowMs = 0;

const look = async (data: Uint8ClampedArray): Promise<readonly FaceObservation[]> => {
  landmarker.reset();
  nowMs += 1000;
  return landmarker.detect({
    data,
    widthPx: WIDTH,
    heightPx: HEIGHT,
    rotationDegrees: 0,
    mirrored: false,
    timestampMs: nowMs,
    close: () => undefined,
  });
};

beforeAll(() => landmarker.load(), 120_000);
afterAll(() => landmarker.dispose());

describe.each(PERSONAS.map((persona, index) => [persona.id, persona, index] as const))(
  'the engine reads %s',
  (_id, persona, index) => {
    const renderer = createRenderer({
      widthPx: WIDTH,
      heightPx: HEIGHT,
      room: ROOM_NAMES[index % ROOM_NAMES.length] ?? 'plain',
    });
    const subjects = new Map<Persona, ReturnType<typeof createSubject>>();
    const see = async (pose: Partial<SubjectPose>, who: Persona = persona): Promise<FaceObservation> => {
      const subject = subjects.get(who) ?? createSubject({ canonicalFace, persona: who });
      subjects.set(who, subject);
      const [face] = await look(
        renderer.render({ people: [{ subject, pose: { ...NEUTRAL_POSE, ...pose } }] }),
      );
      if (!face || face.landmarks.length === 0) throw new RangeError(`no face at ${JSON.stringify(pose)}`);
      return face;
    };
    const eyes = (face: FaceObservation): number => eyeOpenness(face.landmarks, face.pose).combined;

    it('with open and with closed eyes', async () => {
      const open = eyes(await see({}));
      expect(open).toBeGreaterThan(0.2);
      expect(open).toBeLessThan(0.35);
      expect(eyes(await see({ blink: 1 }))).toBeLessThan(0.1);
    });

    it('with the mouth shut and open', async () => {
      const shut = await see({});
      expect(mouthOpenness(shut.landmarks, shut.pose)).toBeLessThan(0.15);
      const open = await see({ mouthOpen: 1 });
      expect(mouthOpenness(open.landmarks, open.pose)).toBeGreaterThanOrEqual(0.5);
    });

    it('turned left and right, with the right sign', async () => {
      const left = await see({ yawRadians: 0.6 });
      const right = await see({ yawRadians: -0.6 });
      expect(yawIndex(left.landmarks)).toBeGreaterThan(0.5);
      expect(yawIndex(right.landmarks)).toBeLessThan(-0.5);
      expect(left.pose.yawRadians).toBeGreaterThan(0.4);
      expect(right.pose.yawRadians).toBeLessThan(-0.4);
    });

    it('looking down and leaning over', async () => {
      const level = await see({});
      const down = await see({ pitchRadians: -0.35 });
      expect(down.pose.pitchRadians - level.pose.pitchRadians).toBeLessThan(-0.25);
      expect((await see({ rollRadians: 0.3 })).pose.rollRadians).toBeCloseTo(0.3, 0.9);
    });

    it('nearer and farther, by the size of the face', async () => {
      const near = (await see({ distanceCm: 35 })).box.widthPx;
      const far = (await see({ distanceCm: 70 })).box.widthPx;
      expect(near / far).toBeGreaterThan(1.7);
    });

    it('behind a mask, as a face', async () => {
      const face = await see({}, { ...persona, mask: [150, 190, 206] });
      expect(face.presence).toBeGreaterThan(0.5);
    });
  },
);

describe('the engine looks at scenes that must not pass', () => {
  const pictureOf = (scene: SceneName): Uint8ClampedArray =>
    createStage({ canonicalFace, scene }).pictureAt(100);

  it.each(['empty-room', 'covered-lens', 'cartoon'] as const)('no face: %s', async (scene) => {
    expect(await look(pictureOf(scene))).toHaveLength(0);
  });

  it.each(['still-photo', 'masked', 'backlit', 'person'] as const)('one face: %s', async (scene) => {
    expect(await look(pictureOf(scene))).toHaveLength(1);
  });

  it('two faces: two-people', async () => {
    expect(await look(pictureOf('two-people'))).toHaveLength(2);
  });
});
