import { describe, expect, it } from '@jest/globals';
import { createSubject, type SubjectOptions } from '../testing/subject/createSubject.js';
import type { SubjectMove } from '../testing/subject/SubjectMove.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { eyeOpenness } from './eyeOpenness.js';
import { faceScale } from './faceScale.js';
import { foreshortening } from './foreshortening.js';
import { mouthOpenness } from './mouthOpenness.js';
import { yawIndex } from './yawIndex.js';

const HELD = { latencyMs: 0, rampMs: 200, holdMs: 2000, returnMs: 200, overshoot: 0 };

function holding(move: SubjectMove | null, amplitude: number, options: SubjectOptions = {}): FaceObservation {
  const subject = createSubject({ noise: 0, seed: 2, ...options });
  if (move) subject.perform(move, 0, { ...HELD, amplitude });
  return subject.observe(1000);
}

describe('eyeOpenness', () => {
  it('is the opening of open eyes and under 0.05 for shut ones', () => {
    const open = holding(null, 0, { eyeOpening: 0.31 });
    expect(eyeOpenness(open.landmarks, open.pose).combined).toBeCloseTo(0.31, 1);
    const shut = holding('blink', 1);
    expect(eyeOpenness(shut.landmarks, shut.pose).combined).toBeLessThan(0.05);
  });

  it('stays within a tenth when the head turns by 40 degrees', () => {
    const { landmarks, pose } = holding('turn-left', 1.25, { eyeOpening: 0.28 });
    expect(pose.yawRadians).toBeGreaterThan(0.65);
    expect(Math.abs(eyeOpenness(landmarks, pose).combined - 0.28)).toBeLessThan(0.028);
  });

  it('tells the person’s own left eye from the right one', () => {
    const { landmarks, pose } = holding('wink', 1);
    const { left, right } = eyeOpenness(landmarks, pose);
    expect(left).toBeLessThan(0.05);
    expect(right).toBeGreaterThan(0.2);
  });

  it('counts the near eye alone in a turned head', () => {
    const subject = createSubject({ noise: 0 });
    subject.perform('turn-left', 0, { ...HELD, amplitude: 1.2 });
    subject.perform('wink', 0, { ...HELD, amplitude: 1 });
    const { landmarks, pose } = subject.observe(1000);
    // The winking left eye is the far one in a turn to the left.
    expect(eyeOpenness(landmarks, pose).combined).toBeGreaterThan(0.2);
  });
});

describe('mouthOpenness', () => {
  it('is near 0 at rest, and 0.5 for the full opening, also in a turned head', () => {
    const rest = holding(null, 0);
    expect(mouthOpenness(rest.landmarks, rest.pose)).toBeLessThan(0.05);
    const open = holding('mouth-open', 1);
    expect(Math.abs(mouthOpenness(open.landmarks, open.pose) - 0.5)).toBeLessThan(0.05);
    const subject = createSubject({ noise: 0, seed: 2 });
    subject.perform('mouth-open', 0, { ...HELD, amplitude: 1 });
    subject.perform('turn-right', 0, { ...HELD, amplitude: 0.8 });
    const turned = subject.observe(1000);
    expect(Math.abs(mouthOpenness(turned.landmarks, turned.pose) - 0.5)).toBeLessThan(0.12);
  });
});

describe('yawIndex', () => {
  it('is 0 straight ahead, 0.5 or so in a whole turn, and positive to the own left', () => {
    expect(Math.abs(yawIndex(holding(null, 0).landmarks))).toBeLessThan(0.05);
    expect(yawIndex(holding('turn-left', 1).landmarks)).toBeGreaterThan(0.42);
    expect(yawIndex(holding('turn-right', 1).landmarks)).toBeLessThan(-0.42);
  });

  it('never leaves [-3, 3], even where the cheek edges fall together', () => {
    const flat = new Float32Array(478 * 3);
    expect(yawIndex(flat)).toBe(0);
    flat[454 * 3] = 1e-6;
    flat[1 * 3] = 50;
    expect(yawIndex(flat)).toBe(3);
  });
});

describe('faceScale', () => {
  it('grows by the ratio that the face comes nearer', () => {
    const rest = holding(null, 0);
    const near = holding('approach', 1);
    const ratio =
      faceScale(near.landmarks, near.pose, near.frameWidthPx) /
      faceScale(rest.landmarks, rest.pose, rest.frameWidthPx);
    expect(ratio).toBeGreaterThan(1.22);
    expect(ratio).toBeLessThan(1.35);
  });

  it('loses less than 10 % in a whole turn', () => {
    const rest = holding(null, 0);
    const turned = holding('turn-left', 1);
    const scaleOf = ({ landmarks, pose, frameWidthPx }: FaceObservation): number =>
      faceScale(landmarks, pose, frameWidthPx);
    expect(scaleOf(turned) / scaleOf(rest)).toBeGreaterThan(0.9);
  });

  it('refuses a frame without a width', () => {
    const { landmarks, pose } = holding(null, 0);
    expect(() => faceScale(landmarks, pose, 0)).toThrow('frameWidthPx must be above 0');
  });
});

describe('foreshortening', () => {
  it('halves a breadth at 60 degrees of yaw and leaves a height alone', () => {
    const pose = { yawRadians: Math.PI / 3, pitchRadians: 0, rollRadians: 0 };
    expect(foreshortening(pose, [1, 0, 0])).toBeCloseTo(0.5, 10);
    expect(foreshortening(pose, [0, 2, 0])).toBeCloseTo(1, 10);
  });
});
