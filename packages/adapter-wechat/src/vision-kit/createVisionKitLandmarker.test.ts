import { createAbortSource, createPlan, type Frame } from '@huoti/core';
import {
  createManualClock,
  createSeededRandom,
  createSubject,
  playSession,
  type ManualClock,
} from '@huoti/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { MiniProgramFaceAnchor, MiniProgramVisionSession } from '../platform/MiniProgramApi.js';
import { anchorOf } from './__testing__/anchorOf.js';
import { createVisionKitLandmarker, type VisionKitLandmarker } from './createVisionKitLandmarker.js';
import { observationOf } from './observationOf.js';

interface Kit {
  landmarker: VisionKitLandmarker;
  clock: ManualClock;
  asked: { width: number; height: number; frameBuffer: ArrayBuffer }[];
  listeners(): number;
  ended(): number;
  emit(anchors: readonly MiniProgramFaceAnchor[]): void;
}

/** A vision kit that answers each picture with these faces, or by silence. */
function kit({
  startCode = 0,
  faces,
  silent = false,
}: { startCode?: number; faces?: readonly MiniProgramFaceAnchor[]; silent?: boolean } = {}): Kit {
  const clock = createManualClock();
  const asked: Kit['asked'] = [];
  const updates = new Set<(anchors: readonly MiniProgramFaceAnchor[]) => void>();
  const removes = new Set<() => void>();
  let ended = 0;
  const session: MiniProgramVisionSession = {
    start: (callback) => void Promise.resolve().then(() => callback(startCode)),
    on: (event: 'updateAnchors' | 'removeAnchors', listener: (...values: never[]) => void) =>
      void (event === 'updateAnchors' ? updates : removes).add(listener as never),
    off: (event, listener) => void (event === 'updateAnchors' ? updates : removes).delete(listener as never),
    detectFace: (options) => {
      asked.push(options);
      if (silent) return;
      void Promise.resolve().then(() =>
        faces?.length ? updates.forEach((tell) => tell(faces)) : removes.forEach((tell) => tell()),
      );
    },
    destroy: () => (ended += 1),
  };
  return {
    landmarker: createVisionKitLandmarker({
      api: { createVKSession: () => session },
      clock,
      acceptUnverifiedPoints: true,
    }),
    clock,
    asked,
    listeners: () => updates.size + removes.size,
    ended: () => ended,
    emit: (anchors) => updates.forEach((tell) => tell(anchors)),
  };
}

const frame = (timestampMs = 0): Frame => ({
  data: new Uint8ClampedArray(24 * 32 * 4),
  widthPx: 32,
  heightPx: 24,
  rotationDegrees: 90,
  mirrored: false,
  timestampMs,
  close: () => undefined,
});
const near = anchorOf(createSubject({ seed: 2 }).observe(0));
const far: MiniProgramFaceAnchor = {
  ...near,
  points: near.points.map(({ x, y }) => ({ x: x / 3, y: y / 3 })),
};

describe('the landmarker over the vision kit', () => {
  it('opens nothing for who has not looked at the points', () => {
    expect(() =>
      createVisionKitLandmarker({
        api: {},
        clock: createManualClock(),
        acceptUnverifiedPoints: false as true,
      }),
    ).toThrow('acceptUnverifiedPoints');
  });

  it('hands over an upright picture and gives the nearest face first', async () => {
    const { landmarker, asked } = kit({ faces: [far, near] });
    await landmarker.load();
    const faces = await landmarker.detect(frame(40));
    expect(asked[0]).toMatchObject({ width: 24, height: 32, sourceType: 0 });
    expect(faces).toHaveLength(2);
    expect(faces[0]).toMatchObject({ timestampMs: 40, frameWidthPx: 24, frameHeightPx: 32 });
    expect(faces[0]?.box.widthPx).toBeGreaterThan(faces[1]?.box.widthPx ?? Infinity);
  });

  it('finds nobody where the kit says so, and where it says nothing for a second', async () => {
    const told = kit();
    await told.landmarker.load();
    await expect(told.landmarker.detect(frame())).resolves.toEqual([]);
    const silent = kit({ silent: true });
    await silent.landmarker.load();
    const detecting = silent.landmarker.detect(frame());
    await Promise.resolve();
    silent.clock.advanceBy(1000);
    await expect(detecting).resolves.toEqual([]);
    expect(silent.clock.sleeperCount).toBe(0);
  });

  it.each([
    [104, 'CAMERA_PERMISSION_DENIED'],
    [2003002, 'CAMERA_PERMISSION_DENIED'],
    [112, 'HOST_FORBIDS'],
    [1025, 'HOST_FORBIDS'],
    [2000000, 'BACKEND_UNAVAILABLE'],
  ])('is %i at the start: %s, and nothing is left open', async (startCode, code) => {
    const { landmarker, ended, listeners, clock } = kit({ startCode });
    await expect(landmarker.load()).rejects.toMatchObject({ code });
    expect([ended(), listeners(), clock.sleeperCount]).toEqual([1, 0, 0]);
  });

  it('is BACKEND_UNAVAILABLE without the kit', async () => {
    const landmarker = createVisionKitLandmarker({
      api: {},
      clock: createManualClock(),
      acceptUnverifiedPoints: true,
    });
    await expect(landmarker.load()).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
  });

  it('takes one picture at a time, and can be given up', async () => {
    const { landmarker, emit } = kit({ silent: true });
    await landmarker.load();
    const giveUp = createAbortSource();
    const first = landmarker.detect(frame(), { signal: giveUp.signal });
    await expect(landmarker.detect(frame())).rejects.toMatchObject({ code: 'BUSY' });
    giveUp.abort();
    await expect(first).rejects.toMatchObject({ code: 'ABORTED' });
    const second = landmarker.detect(frame());
    emit([near]);
    await expect(second).resolves.toHaveLength(1);
  });

  it('is ended once, its listeners taken off', async () => {
    const { landmarker, ended, listeners } = kit();
    await landmarker.load();
    await landmarker.dispose();
    await landmarker.dispose();
    expect([ended(), listeners()]).toEqual([1, 0]);
    await expect(landmarker.detect(frame())).rejects.toMatchObject({ code: 'DISPOSED' });
  });

  it('says that no session runs on it, and none does: it is ended as broken, not judged on what is missing', () => {
    expect(kit().landmarker.capabilities).toMatchObject({ sessions: false, depth: false, irises: false });
    const subject = createSubject({ seed: 2 });
    const { ending } = playSession({
      plan: createPlan({ random: createSeededRandom(1) }),
      observe: (atMs) => {
        const whole = subject.observe(atMs);
        const seen = observationOf(anchorOf(whole), {
          widthPx: whole.frameWidthPx,
          heightPx: whole.frameHeightPx,
          timestampMs: atMs,
        });
        return seen ? [seen] : [];
      },
    });
    expect(ending).toMatchObject({ kind: 'fault', code: 'BACKEND_UNAVAILABLE' });
  });
});
