import {
  createFrameMeasurer,
  createSignalPanel,
  createTextureSignal,
  measureFrame,
  restoreFrameFacts,
  type FaceLandmarker,
  type Frame,
} from '@huoti/core';
import type { BenchFrame } from '../frames/FrameSet.js';
import { spreadOf } from '../statistics/spreadOf.js';
import type { PartCost, SignalCost } from './SignalCost.js';

/** The camera that the frames are taken to come from. */
const INTERVAL_MS = 1000 / 30;
/** Texture is looked at this often. */
const TEXTURE_EVERY_MS = 500;
/** Frames before which nothing counts: code is compiled, pools are filled. */
const SETTLING_FRAMES = 20;

/** What {@link measureSignalCost} takes. */
export interface SignalCostOptions {
  readonly frames: readonly BenchFrame[];
  /** Loaded; it is reset before each round. */
  readonly landmarker: FaceLandmarker;
  readonly rounds: number;
}

/**
 * Runs frames through the engine and everything that the signals need, as a session does, and takes the time of each part.
 * Both are measured frame by frame in one run, so that a busy machine slows both.
 */
export async function measureSignalCost({
  frames,
  landmarker,
  rounds,
}: SignalCostOptions): Promise<Pick<SignalCost, 'parts' | 'added' | 'rounds'>> {
  const sums: Record<PartCost['part'], number>[] = [];
  for (let round = -1; round < rounds; round++) {
    const sum = await oneRound(frames, landmarker, round < 0 ? SETTLING_FRAMES : frames.length);
    if (round >= 0) sums.push(sum);
  }
  const names = Object.keys(sums[0] ?? {}) as PartCost['part'][];
  const parts = names.map((part) => ({ part, ms: spreadOf(sums.map((sum) => sum[part] / frames.length)) }));
  const added = spreadOf(
    sums.map((sum) => names.slice(1).reduce((all, part) => all + sum[part], 0) / sum.landmarks),
  );
  return { rounds, parts, added };
}

async function oneRound(
  frames: readonly BenchFrame[],
  landmarker: FaceLandmarker,
  count: number,
): Promise<Record<PartCost['part'], number>> {
  const sum: Record<PartCost['part'], number> = {
    landmarks: 0,
    'numbers of the frame': 0,
    'trace signals': 0,
    'texture, two pictures a second': 0,
  };
  const measurer = createFrameMeasurer();
  const panel = createSignalPanel();
  const texture = createTextureSignal();
  landmarker.reset();
  let textureMs = -Infinity;
  for (const [index, { data, widthPx, heightPx }] of frames.slice(0, count).entries()) {
    const timestampMs = index * INTERVAL_MS;
    const frame: Frame = {
      data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength),
      widthPx,
      heightPx,
      rotationDegrees: 0,
      mirrored: false,
      timestampMs,
      close: () => undefined,
    };
    const beganMs = performance.now();
    const faces = await landmarker.detect(frame);
    const seenMs = performance.now();
    sum.landmarks += seenMs - beganMs;
    // The quality gates' own statistics were there before any signal was: they are not counted.
    const statistics = measureFrame(frame, faces[0] ?? null);
    const gatedMs = performance.now();
    const { traced } = measurer.measure(frame, faces, statistics, {
      atMs: timestampMs,
      afterFallback: false,
    });
    const face = traced === null ? undefined : restoreFrameFacts(traced).observations[0];
    const measuredMs = performance.now();
    sum['numbers of the frame'] += measuredMs - gatedMs;
    if (traced) panel.push(traced, face ?? null, { phase: 'finding', action: null, lit: null });
    const pushedMs = performance.now();
    sum['trace signals'] += pushedMs - measuredMs;
    const main = faces[0];
    if (main && main.landmarks.length > 0 && timestampMs - textureMs >= TEXTURE_EVERY_MS) {
      textureMs = timestampMs;
      await texture.look(frame, main);
      sum['texture, two pictures a second'] += performance.now() - pushedMs;
    }
  }
  const beganMs = performance.now();
  panel.read();
  texture.read();
  sum['trace signals'] += performance.now() - beganMs;
  return sum;
}
