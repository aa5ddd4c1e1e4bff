import { join } from 'node:path';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import type { FaceLandmarker, FaceObservation } from '@huoti/core';
import { createManualClock } from '@huoti/core/testing';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { readFrames, type Picture } from '@huoti/wx-host';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEngine, type OpenEngine } from './support/openEngine.js';
import { realFootage } from './support/footage.js';

const footage = realFootage('packages/adapter-wechat, the engine on real people in the executed host');

/** One clip each of eight people; the rarer ways are shown on three of them. */
const CLIPS = [
  'live_a01_headturn',
  'live_a02_headturn_glasses',
  'live_a03_headturn',
  'live_a04_headturn',
  'live_a05_headturn',
  'live_a09_headturn_hand_webcam',
  'live_a10_grin',
  'live_a12_talk_smile_glasses',
];
const FEW = CLIPS.slice(0, 3);
const STEP_MS = 250;
const FRAMES = 6;

/** Decoded once for all ways. */
const decoded = new Map<string, Promise<Picture[]>>();
const framesOf = (folder: string, clip: string): Promise<Picture[]> => {
  const path = join(folder, 'videos', `${clip}.mp4`);
  const frames =
    decoded.get(clip) ??
    readFrames({ path, widthPx: 480, heightPx: 640, fps: 1000 / STEP_MS, maxFrames: FRAMES });
  decoded.set(clip, frames);
  return frames;
};

/** The way a mini-program has it, and Node's backend that computes the same. */
const WAYS = [
  ['on the page, with vectors', { wasm: 'simd' }, 'never', 'wasm-simd', CLIPS],
  ['on the page, without vectors', { wasm: 'no-simd' }, 'never', 'wasm', FEW],
  ['in the worker of an iPhone', { wasm: 'simd', facts: { platform: 'ios' } }, 'auto', 'wasm-simd', FEW],
] as const;

if (footage !== null) {
  describe.each(WAYS)('the 478 points of the built file %s', (_way, phone, worker, backend, clips) => {
    let engine: OpenEngine;
    let node: FaceLandmarker;
    beforeAll(async () => {
      engine = await openEngine(phone);
      await engine.load(worker);
      node = createTfjsLandmarker({
        assets: createNodeAssetLoader(),
        manifest: modelManifest,
        clock: createManualClock(),
        backends: [backend],
      });
      await node.load();
    }, 60000);
    afterAll(async () => {
      await engine.dispose();
      await node.dispose();
      expect(engine.host.alive()).toMatchObject({ timers: [], workers: [] });
      engine.close();
    });

    it.each([...clips])(
      'are those of Node, bit by bit, for %s',
      async (clip) => {
        const frames = await framesOf(footage, clip);
        expect(frames).toHaveLength(FRAMES);
        let faces = 0;
        for (const [index, frame] of frames.entries()) {
          const atMs = index * STEP_MS;
          const here = await engine.detect(frame, atMs);
          const there = await node.detect(frameOf(frame, atMs));
          expect(plain(here)).toEqual(plain(there));
          faces += there[0]?.landmarks.length === 478 * 3 ? 1 : 0;
        }
        expect(faces).toBeGreaterThanOrEqual(frames.length - 1);
      },
      120000,
    );

    it('come from the backend that was meant', () => {
      expect(engine.facts().backend).toBe(backend);
      expect(engine.host.workers.length).toBe(worker === 'auto' ? 1 : 0);
      expect(engine.host.missing()).toEqual([]);
    });
  });
}

const frameOf = (
  { data, widthPx, heightPx }: Picture,
  timestampMs: number,
): Parameters<FaceLandmarker['detect']>[0] => ({
  data: Uint8ClampedArray.from(data),
  widthPx,
  heightPx,
  rotationDegrees: 0,
  mirrored: false,
  timestampMs,
  close: () => undefined,
});

/** Landmarks as numbers of this realm; everything else as it is. */
const plain = (faces: readonly FaceObservation[]): unknown =>
  faces.map(({ landmarks, ...rest }) => ({
    ...(JSON.parse(JSON.stringify(rest)) as object),
    landmarks: Array.from(landmarks),
  }));
