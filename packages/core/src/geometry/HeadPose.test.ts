import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../testing/subject/createSubject.js';
import { headPose } from './HeadPose.js';
import { RIGID_FACE_POINTS } from './rigidFacePoints.js';
import { rotateVector } from './rotateVector.js';
import { rotationOfPose } from './rotationOfPose.js';

/** The rigid points of the canonical face in a given pose, seen from far away. */
function posed(yawRadians: number, pitchRadians: number, rollRadians: number): Float32Array {
  const landmarks = new Float32Array(478 * 3);
  const rotation = rotationOfPose({ yawRadians, pitchRadians, rollRadians });
  for (const { landmark, position } of RIGID_FACE_POINTS) {
    const [x, y, z] = rotateVector(rotation, position);
    landmarks.set([300 + 12 * x, 200 - 12 * y, -12 * z], landmark * 3);
  }
  return landmarks;
}

describe('headPose', () => {
  it('gives back the pose that the points were turned by', () => {
    for (const yaw of [-1.2, -0.4, 0, 0.7]) {
      for (const pitch of [-0.8, 0, 0.5]) {
        for (const roll of [-0.6, 0, 0.3]) {
          const pose = headPose(posed(yaw, pitch, roll));
          expect(pose.yawRadians).toBeCloseTo(yaw, 4);
          expect(pose.pitchRadians).toBeCloseTo(pitch, 4);
          expect(pose.rollRadians).toBeCloseTo(roll, 4);
        }
      }
    }
  });

  it('is positive to the right of the picture, upwards, and clockwise', () => {
    const noseOf = (landmarks: Float32Array): readonly [number, number] => [
      (landmarks[4 * 3] ?? 0) - (landmarks[6 * 3] ?? 0),
      (landmarks[4 * 3 + 1] ?? 0) - (landmarks[6 * 3 + 1] ?? 0),
    ];
    expect(noseOf(posed(0.5, 0, 0))[0]).toBeGreaterThan(noseOf(posed(0, 0, 0))[0]);
    expect(noseOf(posed(0, 0.5, 0))[1]).toBeLessThan(noseOf(posed(0, 0, 0))[1]);
    const clockwise = posed(0, 0, 0.3);
    // The person's left eye (right in the picture) goes down when the head leans clockwise.
    expect(clockwise[263 * 3 + 1] ?? 0).toBeGreaterThan(clockwise[33 * 3 + 1] ?? 0);
  });

  it('is not moved by an open mouth by more than 3 degrees', () => {
    const subject = createSubject({ seed: 4, noise: 0 });
    const before = headPose(subject.observe(0).landmarks).pitchRadians - subject.truth(0).pitchRadians;
    subject.perform('mouth-open', 0, { latencyMs: 0, rampMs: 100, holdMs: 500, amplitude: 1.6 });
    const open = headPose(subject.observe(400).landmarks).pitchRadians - subject.truth(400).pitchRadians;
    expect(Math.abs(open - before)).toBeLessThan(0.05);
  });

  it('refuses anything but 478 points', () => {
    expect(() => headPose(new Float32Array(468 * 3))).toThrow('landmarks must hold 1434 numbers');
  });
});
