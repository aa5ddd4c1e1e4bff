import { describe, expect, it } from '@jest/globals';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { NO_SECOND_FACE, watchSecondFace, type SecondFaceState } from './secondFaceWatch.js';

const face = (timestampMs: number, widthPx: number): FaceObservation => ({
  landmarks: new Float32Array(0),
  box: { xPx: 0, yPx: 0, widthPx, heightPx: widthPx },
  presence: 0.9,
  pose: { yawRadians: 0, pitchRadians: 0, rollRadians: 0 },
  frameWidthPx: 640,
  frameHeightPx: 480,
  timestampMs,
});

/** Frames every 33 ms; the look-out runs every 500 ms and its finding is repeated until the next look. */
function watch(
  untilMs: number,
  seen: (lookMs: number) => number | null,
): { refusedAtMs: number | null; paused: boolean } {
  let state: SecondFaceState = NO_SECOND_FACE;
  let paused = false;
  for (let atMs = 0; atMs <= untilMs; atMs += 33) {
    const lookMs = Math.floor(atMs / 500) * 500;
    const width = seen(lookMs);
    const reading = watchSecondFace(state, face(atMs, 200), width === null ? [] : [face(lookMs, width)]);
    state = reading.state;
    paused ||= reading.present;
    if (reading.refuse) return { refusedAtMs: atMs, paused };
  }
  return { refusedAtMs: null, paused };
}

describe('watchSecondFace', () => {
  it('refuses a second face of half the width at the second look that sees it', () => {
    expect(watch(3000, () => 100).refusedAtMs).toBe(528);
  });

  it('only pauses for a passer-by who is seen in one look', () => {
    expect(watch(3000, (lookMs) => (lookMs === 1000 ? 150 : null))).toEqual({
      refusedAtMs: null,
      paused: true,
    });
  });

  it('never refuses for a face of under 0.4 of the width', () => {
    expect(watch(5000, () => 79)).toEqual({ refusedAtMs: null, paused: true });
  });

  it('takes two short visits far apart for two visits', () => {
    expect(watch(6000, (lookMs) => (lookMs === 1000 || lookMs === 4000 ? 150 : null)).refusedAtMs).toBeNull();
  });

  it('sees through one missed look between two sightings', () => {
    expect(watch(3000, (lookMs) => (lookMs === 500 || lookMs === 1500 ? 150 : null)).refusedAtMs).toBe(1518);
  });
});
