import { describe, expect, it } from '@jest/globals';
import type { GateCode } from '@huoti/protocol';
import type { FrameStatistics } from '../frame/FrameStatistics.js';
import { createSubject } from '../testing/subject/createSubject.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { blurGate, MIN_FACE_SHARPNESS } from './blurGate.js';
import { captureGates } from './captureGates.js';
import { centreGate } from './centreGate.js';
import { challengeGates } from './challengeGates.js';
import { eyesGate } from './eyesGate.js';
import { firstFailure } from './firstFailure.js';
import { isCoveredLens } from './isCoveredLens.js';
import { isTooDarkToSee } from './isTooDarkToSee.js';
import { lightGate, MAX_CLIPPED_SHARE, MAX_DARK_SHARE, MAX_FACE_LUMA, MIN_FACE_LUMA } from './lightGate.js';
import { MAX_EYE_AREA_UNLIKE_SHARE, MAX_LOWER_FACE_UNLIKE_SHARE, occlusionGate } from './occlusionGate.js';
import { MAX_PITCH_RADIANS, MAX_ROLL_RADIANS, MAX_YAW_RADIANS, poseGate } from './poseGate.js';
import type { QualityGate } from './QualityGate.js';
import { sizeGate } from './sizeGate.js';

const GOOD: FrameStatistics = {
  frameMeanLuma: 0.5,
  frameLumaDeviation: 0.2,
  frameLumaDetail: 0.08,
  faceMeanLuma: 0.5,
  faceClippedShare: 0,
  faceDarkShare: 0,
  backgroundMeanLuma: 0.5,
  faceSharpness: 0.2,
  lowerFaceUnlikeSkinShare: 0.1,
  eyeAreaUnlikeSkinShare: 0.2,
};
const face = createSubject({ seed: 2, noise: 0 }).observe(0);

/** Scales the face about the picture's centre, then moves it. */
function placed(scale: number, dxPx = 0, dyPx = 0, from: FaceObservation = face): FaceObservation {
  const { frameWidthPx: w, frameHeightPx: h } = from;
  const landmarks = Float32Array.from(from.landmarks, (value, i) => {
    if (i % 3 === 0) return w / 2 + (value - w / 2) * scale + dxPx;
    return i % 3 === 1 ? h / 2 + (value - h / 2) * scale + dyPx : value * scale;
  });
  return { ...from, landmarks };
}

const failures = (gate: QualityGate, observation: FaceObservation, statistics = GOOD): GateCode[] =>
  gate
    .check(observation, statistics)
    .filter((reading) => !reading.pass)
    .map((reading) => reading.code);

const light = (change: Partial<FrameStatistics>): GateCode[] =>
  failures(lightGate(), face, { ...GOOD, ...change });

describe('quality gates', () => {
  it('let a good frame pass', () => {
    for (const gate of captureGates) expect([gate.name, failures(gate, face)]).toEqual([gate.name, []]);
  });

  it('size: far and near are told apart, and a turned head is not farther away', () => {
    expect(failures(sizeGate(), placed(0.3))).toContain('too-far');
    expect(failures(sizeGate(), placed(3))).toEqual(['too-close']);
    const subject = createSubject({ seed: 2, noise: 0 });
    subject.perform('turn-left', 0);
    const measured = (observation: FaceObservation): number =>
      sizeGate().check(observation, GOOD)[1]?.measured ?? NaN;
    expect(measured(subject.observe(900)) / measured(face)).toBeGreaterThan(0.85);
  });

  it('size: the least width in px holds in a large share of a tiny frame', () => {
    const tiny = { ...placed(0.2), frameWidthPx: 96, frameHeightPx: 128 };
    const codes = sizeGate().check(tiny, GOOD);
    expect(codes.map((reading) => [reading.unit, reading.pass]).slice(0, 2)).toEqual([
      ['px', false],
      ['share', true],
    ]);
  });

  it('centre: fails at the edge and where chin or brow are cut off', () => {
    expect(failures(centreGate(), placed(1, 150))).toContain('off-centre');
    expect(failures(centreGate(), placed(1, 0, -200))).toContain('off-centre');
    const cut = placed(3.2);
    const readings = centreGate().check(cut, GOOD);
    expect([readings[0]?.pass, readings[1]?.pass]).toEqual([true, false]);
  });

  it('pose: holds up to each limit, either way, and no further', () => {
    const posed = (yaw: number, pitch: number, roll: number): GateCode[] =>
      failures(poseGate(), {
        ...face,
        pose: { yawRadians: yaw, pitchRadians: pitch, rollRadians: roll },
      });
    for (const sign of [-1, 1]) {
      expect(posed(sign * MAX_YAW_RADIANS, sign * MAX_PITCH_RADIANS, sign * MAX_ROLL_RADIANS)).toEqual([]);
      expect(posed(sign * (MAX_YAW_RADIANS + 0.01), 0, 0)).toEqual(['not-frontal']);
      expect(posed(0, sign * (MAX_PITCH_RADIANS + 0.01), 0)).toEqual(['not-frontal']);
      expect(posed(0, 0, sign * (MAX_ROLL_RADIANS + 0.01))).toEqual(['not-frontal']);
    }
  });

  it('light: dark and bright faces fail beyond their limits only', () => {
    expect(light({ faceMeanLuma: MIN_FACE_LUMA })).toEqual([]);
    expect(light({ faceMeanLuma: MIN_FACE_LUMA - 0.01, backgroundMeanLuma: 0.2 })).toEqual(['too-dark']);
    expect(light({ faceDarkShare: MAX_DARK_SHARE + 0.01 })).toEqual(['too-dark']);
    expect(light({ faceMeanLuma: MAX_FACE_LUMA })).toEqual([]);
    expect(light({ faceMeanLuma: MAX_FACE_LUMA + 0.01 })).toEqual(['too-bright']);
    expect(light({ faceClippedShare: MAX_CLIPPED_SHARE + 0.01 })).toEqual(['too-bright']);
  });

  it('light: a dark face before a bright wall is backlit, in a dark room it is too dark', () => {
    expect(light({ faceMeanLuma: 0.2, backgroundMeanLuma: 0.7 })).toEqual(['backlit']);
    expect(light({ faceMeanLuma: 0.25, backgroundMeanLuma: 0.55 })).toEqual([]);
    expect(light({ faceMeanLuma: 0.1, backgroundMeanLuma: 0.3 })).toEqual(['too-dark']);
    expect(light({ faceMeanLuma: 0.32, backgroundMeanLuma: 1 })).toEqual([]);
  });

  it('blur and cover: fail beyond their limits, and say nothing of what was not measured', () => {
    const at = (gate: QualityGate, change: Partial<FrameStatistics>): GateCode[] =>
      failures(gate, face, { ...GOOD, ...change });
    expect(at(blurGate(), { faceSharpness: MIN_FACE_SHARPNESS })).toEqual([]);
    expect(at(blurGate(), { faceSharpness: MIN_FACE_SHARPNESS - 0.001 })).toEqual(['blurred']);
    expect(blurGate().check(face, { ...GOOD, faceSharpness: null })).toEqual([]);
    expect(at(occlusionGate(), { lowerFaceUnlikeSkinShare: MAX_LOWER_FACE_UNLIKE_SHARE })).toEqual([]);
    expect(at(occlusionGate(), { lowerFaceUnlikeSkinShare: MAX_LOWER_FACE_UNLIKE_SHARE + 0.01 })).toEqual([
      'occluded',
    ]);
    expect(at(occlusionGate(), { eyeAreaUnlikeSkinShare: MAX_EYE_AREA_UNLIKE_SHARE + 0.01 })).toEqual([
      'occluded',
    ]);
    expect(
      occlusionGate().check(face, { ...GOOD, lowerFaceUnlikeSkinShare: null, eyeAreaUnlikeSkinShare: null }),
    ).toEqual([]);
  });

  it('eyes: shut lids fail, narrow eyes do not', () => {
    const lids = (share: number): GateCode[] => {
      const landmarks = face.landmarks.slice();
      for (const [upper, lower] of [
        [160, 144],
        [159, 145],
        [158, 153],
        [385, 380],
        [386, 374],
        [387, 373],
      ] as const) {
        const middle = ((landmarks[upper * 3 + 1] ?? 0) + (landmarks[lower * 3 + 1] ?? 0)) / 2;
        for (const lid of [upper, lower]) {
          landmarks[lid * 3 + 1] = middle + ((landmarks[lid * 3 + 1] ?? 0) - middle) * share;
        }
      }
      return failures(eyesGate(), { ...face, landmarks });
    };
    expect(lids(1)).toEqual([]);
    expect(lids(0.6)).toEqual([]);
    expect(lids(0.1)).toEqual(['eyes-closed']);
  });

  it('name what to mend first: the place before the light, the light before the lids', () => {
    const readings = captureGates.flatMap((gate) =>
      Array.from(
        gate.check(placed(0.3), {
          ...GOOD,
          faceMeanLuma: 0.05,
          backgroundMeanLuma: 0.1,
          faceSharpness: 0.01,
        }),
      ),
    );
    expect(firstFailure(readings)?.code).toBe('too-far');
    const near = captureGates.flatMap((gate) =>
      Array.from(
        gate.check(face, { ...GOOD, faceMeanLuma: 0.05, backgroundMeanLuma: 0.1, faceSharpness: 0.01 }),
      ),
    );
    expect(firstFailure(near)?.code).toBe('too-dark');
    expect(firstFailure([])).toBeNull();
  });

  it('during an action neither a turn, nor shut eyes, nor blur fail a frame, but darkness does', () => {
    const turned = { ...placed(0.5, 100), pose: { yawRadians: 1, pitchRadians: 0, rollRadians: 0 } };
    const codes = (statistics: FrameStatistics): GateCode[] =>
      challengeGates.flatMap((gate) => failures(gate, turned, statistics));
    expect(codes({ ...GOOD, faceSharpness: 0.01, lowerFaceUnlikeSkinShare: 1 })).toEqual([]);
    expect(codes({ ...GOOD, faceMeanLuma: 0.05, backgroundMeanLuma: 0.1 })).toEqual(['too-dark']);
  });
});

describe('a frame without a face', () => {
  const scene = (mean: number, deviation: number, detail: number): FrameStatistics => ({
    ...GOOD,
    frameMeanLuma: mean,
    frameLumaDeviation: deviation,
    frameLumaDetail: detail,
    faceMeanLuma: null,
  });

  it('is a covered lens when black, or a smooth glow', () => {
    expect(isCoveredLens(scene(0.012, 0.003, 0.0036))).toBe(true);
    expect(isCoveredLens(scene(0.08, 0.033, 0.006))).toBe(true);
    expect(isTooDarkToSee(scene(0.012, 0.003, 0.0036))).toBe(false);
  });

  it('is too dark to see when there is a scene in it, and neither in an ordinary room', () => {
    expect(isTooDarkToSee(scene(0.04, 0.022, 0.0095))).toBe(true);
    expect(isTooDarkToSee(scene(0.09, 0.086, 0.0275))).toBe(true);
    expect(isTooDarkToSee(scene(0.4, 0.2, 0.06))).toBe(false);
    expect(isCoveredLens(scene(0.4, 0.2, 0.06))).toBe(false);
  });
});
