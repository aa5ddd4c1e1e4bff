import { describe, expect, it } from '@jest/globals';
import type { Frame } from '../../frame/Frame.js';
import { createFaceTracker, type FaceTracker } from './createFaceTracker.js';
import type { DetectedFace } from './DetectedFace.js';
import type { FaceMesh } from './FaceMesh.js';
import type { FaceRoi } from './FaceRoi.js';

const roiAt = (centreXPx: number): FaceRoi => ({ centreXPx, centreYPx: 60, sidePx: 60, rotationRadians: 0 });
const faceAt = (centreXPx: number, score = 0.95, widthPx = 40): DetectedFace => ({
  box: { xPx: centreXPx - widthPx / 2, yPx: 40, widthPx, heightPx: 40 },
  score,
  roi: roiAt(centreXPx),
});

/** 478 points on a small spiral around the middle of a square: a face as far as the tracker cares. */
function pointsAt({ centreXPx, centreYPx }: FaceRoi): Float32Array {
  const points = new Float32Array(1434);
  for (let index = 0; index < 478; index++) {
    points[3 * index] = centreXPx + 20 * Math.cos(index) * (index / 478);
    points[3 * index + 1] = centreYPx + 20 * Math.sin(index) * (index / 478);
    points[3 * index + 2] = index % 7;
  }
  return points;
}

/** A mesh that sees what it is told, and counts its looks. */
function fakeMesh(
  faces: () => readonly DetectedFace[],
  change: (points: Float32Array) => void = () => undefined,
) {
  const calls = { detect: [] as number[], read: 0 };
  const present = { value: 1 };
  const mesh: FaceMesh = {
    detectFaces: (_grid, gain = 1) => {
      calls.detect.push(gain);
      return Promise.resolve(faces());
    },
    readLandmarks: (_grid, roi) => {
      calls.read++;
      const landmarks = pointsAt(roi);
      change(landmarks);
      return Promise.resolve({ landmarks, presence: present.value, nextRoi: roi });
    },
    dispose: () => undefined,
  };
  return { mesh, calls, present };
}

function frameAt(timestampMs: number, level: (at: number) => number = (at) => 120 + (at % 50)): Frame {
  const data = new Uint8ClampedArray(160 * 120 * 4);
  for (let at = 0; at < data.length; at++) data[at] = level(at);
  return {
    data,
    widthPx: 160,
    heightPx: 120,
    rotationDegrees: 0,
    mirrored: false,
    timestampMs,
    close: () => undefined,
  };
}

const see = async (tracker: FaceTracker, mesh: FaceMesh, frame: Frame) =>
  tracker.accept(await tracker.judge(mesh, frame));

describe('a face tracker', () => {
  it('detects once, then follows, and looks over the frame every 500 ms of frame time', async () => {
    const { mesh, calls } = fakeMesh(() => [faceAt(50)]);
    const tracker = createFaceTracker();
    for (let timeMs = 0; timeMs <= 1000; timeMs += 100) await see(tracker, mesh, frameAt(timeMs));
    expect(calls).toEqual({ detect: [1, 1, 1], read: 11 });
  });

  it('reports a second face for less than 500 ms after the look that saw it', async () => {
    let faces = [faceAt(50), faceAt(120)];
    const { mesh } = fakeMesh(() => faces);
    const tracker = createFaceTracker();
    const counts: number[] = [];
    for (let timeMs = 0; timeMs <= 600; timeMs += 100) {
      counts.push((await see(tracker, mesh, frameAt(timeMs))).length);
      faces = [faceAt(50)];
    }
    expect(counts).toEqual([2, 2, 2, 2, 2, 1, 1]);
  });

  it('does not take the followed face for a second one', async () => {
    const { mesh } = fakeMesh(() => [faceAt(50), faceAt(56)]);
    expect(await see(createFaceTracker(), mesh, frameAt(0))).toHaveLength(1);
  });

  it('follows the larger of two', async () => {
    const { mesh } = fakeMesh(() => [faceAt(50, 0.99, 20), faceAt(120, 0.9, 40)]);
    const [main] = await see(createFaceTracker(), mesh, frameAt(0));
    expect(main?.box.xPx).toBeGreaterThan(90);
  });

  it('drops a face whose presence falls, and looks again in the same frame', async () => {
    let faces = [faceAt(50)];
    const { mesh, calls, present } = fakeMesh(() => faces);
    const tracker = createFaceTracker();
    await see(tracker, mesh, frameAt(0));
    faces = [];
    present.value = 0.4;
    expect(await see(tracker, mesh, frameAt(40))).toEqual([]);
    expect(calls.detect).toHaveLength(2);
  });

  it('reports a weakly detected face in a single picture, then not before it moves', async () => {
    const { mesh } = fakeMesh(() => [faceAt(50, 0.7)]);
    const tracker = createFaceTracker();
    const counts: number[] = [];
    for (let frame = 0; frame < 4; frame++)
      counts.push((await see(tracker, mesh, frameAt(frame * 40))).length);
    const moved = frameAt(160, (at) => 126 + (at % 50));
    counts.push((await see(tracker, mesh, moved)).length, (await see(tracker, mesh, frameAt(200))).length);
    expect(counts).toEqual([1, 0, 0, 0, 1, 1]);
  });

  it('looks at a dark frame with structure once more with its light raised, every 500 ms, and never at a covered lens', async () => {
    const { mesh, calls } = fakeMesh(() => []);
    const tracker = createFaceTracker();
    const dark = (at: number): number => (Math.floor(at / 4) % 160 < 80 ? 4 : 20);
    for (let timeMs = 0; timeMs <= 600; timeMs += 100) await see(tracker, mesh, frameAt(timeMs, dark));
    expect(calls.detect.filter((gain) => gain > 1)).toHaveLength(2);
    calls.detect.length = 0;
    for (let timeMs = 2000; timeMs <= 3000; timeMs += 100)
      await see(
        tracker,
        mesh,
        frameAt(timeMs, (at) => at % 3),
      );
    expect(calls.detect.filter((gain) => gain > 1)).toEqual([]);
  });

  it('says that landmarks are no numbers, and starts afresh', async () => {
    const { mesh, calls } = fakeMesh(
      () => [faceAt(50)],
      (points) => (points[700] = NaN),
    );
    const tracker = createFaceTracker();
    const judged = await tracker.judge(mesh, frameAt(0));
    expect([judged.finite, judged.observations.length]).toEqual([false, 0]);
    tracker.accept(judged);
    await tracker.judge(mesh, frameAt(40));
    expect(calls.detect).toHaveLength(2);
  });

  it('remembers nothing of a judgement that was not accepted, nor after a reset', async () => {
    const { mesh, calls } = fakeMesh(() => [faceAt(50)]);
    const tracker = createFaceTracker();
    await tracker.judge(mesh, frameAt(0));
    await see(tracker, mesh, frameAt(0));
    tracker.reset();
    await see(tracker, mesh, frameAt(40));
    expect(calls.detect).toHaveLength(3);
  });

  it('stops between its steps when aborted', async () => {
    const { mesh } = fakeMesh(() => [faceAt(50)]);
    const abort = new AbortController();
    abort.abort();
    await expect(createFaceTracker().judge(mesh, frameAt(0), abort.signal)).rejects.toMatchObject({
      code: 'ABORTED',
    });
  });
});
