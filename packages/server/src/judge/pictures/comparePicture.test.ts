import { describe, expect, it } from '@jest/globals';
import {
  cropRectOf,
  cropSizeOf,
  placeInCrop,
  restoreFrameFacts,
  type FaceObservation,
  type Frame,
} from '@huoti/core';
import { playOnlineSession } from '@huoti/core/testing';
import type { TraceFrame } from '@huoti/protocol';
import { playEvidence } from '../../testing/evidence/playEvidence.js';
import { FAKE_SKIN } from '../../testing/evidence/createPictureFakes.js';
import { comparePicture } from './comparePicture.js';

const { plan, steps } = playEvidence({ level: 'trace' });
const played = playOnlineSession({ plan, steps });
const traced = played.traces[1]!.frames[10]!;

/** What is in the picture of a frame at a time, and the picture. */
function pictureOf(frame: TraceFrame, atMs = frame.timestampMs): { seen: FaceObservation; picture: Frame } {
  const [face] = restoreFrameFacts(frame).observations;
  const rect = cropRectOf(face!.landmarks, frame.frameWidthPx, frame.frameHeightPx)!;
  const size = cropSizeOf(rect);
  const full = played.subject.observe(atMs);
  const seen = { ...full, landmarks: placeInCrop(full.landmarks, rect, size) };
  const data = new Uint8ClampedArray(size.widthPx * size.heightPx * 4);
  for (let at = 0; at < data.length; at += 4) data.set([...FAKE_SKIN, 255], at);
  const still = { rotationDegrees: 0, mirrored: false, timestampMs: 0, close: () => undefined } as const;
  return { seen, picture: { data, ...size, ...still } };
}

describe('a picture held against its trace', () => {
  it('differs by the trembling of landmarks where it is the same frame', () => {
    const { seen, picture } = pictureOf(traced);
    const difference = comparePicture(traced, seen, picture)!;
    expect(difference.landmarkWidths).toBeLessThan(0.01);
    expect(difference.yawRadians).toBeLessThan(0.02);
    expect(difference.colourLevels).toBeLessThan(3);
  });

  it('differs in the turn of the head where it is of another time', () => {
    const turned = Math.max(
      ...played.traces[1]!.frames.map(({ timestampMs }) =>
        Math.abs(played.subject.truth(timestampMs).yawRadians),
      ),
    );
    const at = played.traces[1]!.frames.find(
      ({ timestampMs }) => Math.abs(played.subject.truth(timestampMs).yawRadians) === turned,
    )!;
    const { seen, picture } = pictureOf(at, played.traces[0]!.frames[0]!.timestampMs);
    expect(comparePicture(at, seen, picture)!.yawRadians).toBeGreaterThan(0.3);
  });

  // The attacker writes a depth that makes the traced face as wide as a house, so that every distance looks small.
  it('does not differ less by a forged depth', () => {
    const landmarks = Int16Array.from(traced.landmarks!, (value, at) => (at % 3 === 2 ? value * 20 : value));
    const { seen, picture } = pictureOf(traced, traced.timestampMs + 3000);
    const plain = comparePicture(traced, seen, picture)!.landmarkWidths;
    expect(comparePicture({ ...traced, landmarks }, seen, picture)!.landmarkWidths).toBeCloseTo(plain, 6);
  });

  it('is nothing where the trace has no face at its frame', () => {
    const { seen, picture } = pictureOf(traced);
    expect(comparePicture({ ...traced, landmarks: null, second: null }, seen, picture)).toBeNull();
  });

  it('differs by no number where they share no region of the face', () => {
    const { seen, picture } = pictureOf(traced);
    const faceColours = new Uint16Array(24).fill(0xffff);
    expect(comparePicture({ ...traced, faceColours }, seen, picture)!.colourLevels).toBeNaN();
  });
});
