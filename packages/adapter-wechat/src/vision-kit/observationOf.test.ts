import {
  createActionDetector,
  createBaselineCollector,
  eyeOpenness,
  faceScale,
  mouthOpenness,
  yawIndex,
  type FaceObservation,
} from '@huoti/core';
import { createSubject } from '@huoti/core/testing';
import { describe, expect, it } from '@jest/globals';
import { anchorOf } from './__testing__/anchorOf.js';
import { createVisionKitLandmarker } from './createVisionKitLandmarker.js';
import { createManualClock } from '@huoti/core/testing';
import { MESH_POINT_OF } from './meshPointOf.js';
import { observationOf } from './observationOf.js';

const READY_MS = 700;
const FPS = 15;
/** 15 degrees. Seen on three people: 13 of yaw at a full turn, 10 of pitch; with depth core is off by 5. */
const POSE_LIMIT = 0.26;
const { capabilities } = createVisionKitLandmarker({
  api: {},
  clock: createManualClock(),
  acceptUnverifiedPoints: true,
});

/** The person as the kit sees them. */
function throughKit(seen: FaceObservation): FaceObservation {
  const found = observationOf(anchorOf(seen), {
    widthPx: seen.frameWidthPx,
    heightPx: seen.frameHeightPx,
    timestampMs: seen.timestampMs,
  });
  if (!found) throw new TypeError('no observation');
  return found;
}

describe('106 points as an observation', () => {
  const person = createSubject({ seed: 3, noise: 0 });

  it('have no depth, and nothing where nothing was measured', () => {
    const { landmarks } = throughKit(person.observe(0));
    const measured = new Set(MESH_POINT_OF.map(([, landmark]) => landmark));
    expect(landmarks).toHaveLength(478 * 3);
    for (let landmark = 0; landmark < 478; landmark++) {
      expect(landmarks[landmark * 3 + 2]).toBeNaN();
      expect(Number.isNaN(landmarks[landmark * 3])).toBe(!measured.has(landmark));
    }
  });

  it('give the measures of core as the whole mesh does', () => {
    const whole = person.observe(0);
    const { landmarks } = throughKit(whole);
    const measures = [
      (points: Float32Array) => eyeOpenness(points, whole.pose).combined,
      (points: Float32Array) => mouthOpenness(points, whole.pose),
      (points: Float32Array) => yawIndex(points),
      (points: Float32Array) => faceScale(points, whole.pose, whole.frameWidthPx),
    ];
    for (const measure of measures) expect(measure(landmarks)).toBeCloseTo(measure(whole.landmarks), 4);
  });

  it.each(['turn-left', 'turn-right', 'nod', 'look-up', 'look-down'] as const)(
    'give the pose of a head in the midst of %s within 15 degrees, from the picture alone',
    (move) => {
      const moving = createSubject({ seed: 5, noise: 0 });
      const endMs = moving.perform(move, 0);
      for (let atMs = 0; atMs < endMs; atMs += 50) {
        const { pose } = throughKit(moving.observe(atMs));
        const truth = moving.truth(atMs);
        expect(Math.abs(pose.yawRadians - truth.yawRadians)).toBeLessThan(POSE_LIMIT);
        expect(Math.abs(pose.pitchRadians - truth.pitchRadians)).toBeLessThan(POSE_LIMIT);
        expect(Math.abs(pose.rollRadians - truth.rollRadians)).toBeLessThan(POSE_LIMIT);
      }
    },
  );

  it.each(capabilities.actions)('are enough for the detector of %s, and for nothing at rest', (action) => {
    for (let seed = 1; seed <= 4; seed++) {
      const subject = createSubject({ seed, noise: 0.001 });
      const collector = createBaselineCollector();
      let baseline = null;
      for (let atMs = 0; atMs < READY_MS; atMs += 33)
        baseline = collector.update(throughKit(subject.observe(atMs)));
      if (!baseline) throw new TypeError('the person was not calibrated');
      const rest = createActionDetector(action, baseline);
      rest.start(READY_MS);
      const still = createSubject({ seed, noise: 0.001 });
      for (let atMs = READY_MS; atMs < READY_MS + 2000; atMs += 1000 / FPS)
        expect(rest.update(throughKit(still.observe(atMs))).status).toBe('pending');
      const detector = createActionDetector(action, baseline);
      detector.start(READY_MS);
      const endMs = subject.perform(action as 'blink', READY_MS);
      let last = '';
      for (let atMs = READY_MS; atMs < endMs + 300; atMs += 1000 / FPS)
        last = detector.update(throughKit(subject.observe(atMs))).status;
      expect([seed, last]).toEqual([seed, 'satisfied']);
    }
  });

  it.each([
    ['too few points', { points: [{ x: 0, y: 0 }] }],
    ['points in one place', { points: Array.from({ length: 106 }, () => ({ x: 0.5, y: 0.5 })) }],
    ['points that are no numbers', { points: Array.from({ length: 106 }, () => ({ x: NaN, y: 0.5 })) }],
  ])('are no face with %s', (_what, broken) => {
    const anchor = { ...anchorOf(person.observe(0)), ...broken };
    expect(observationOf(anchor, { widthPx: 480, heightPx: 640, timestampMs: 0 })).toBeNull();
  });
});
