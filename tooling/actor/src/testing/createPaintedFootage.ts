import { createSubject, type SubjectMove } from '@huoti/core/testing';
import type { FaceObservation } from '@huoti/core';
import type { Footage } from '../footage/Footage.js';
import type { Picture } from '../pixels/Picture.js';

/** What {@link createPaintedFootage} takes. */
export interface PaintedFootageOptions {
  /** What is done, and when, in ms. */
  moves: readonly (readonly [move: SubjectMove, atMs: number])[];
  lengthMs: number;
  /** @default 1 */
  seed?: number;
  /** @default 25 */
  fps?: number;
}

const WIDTH_PX = 360;
const HEIGHT_PX = 480;

/** A recording of nobody, for tests: the landmarks of core's synthetic subject, and an oval of skin where its face is. */
export function createPaintedFootage({
  moves,
  lengthMs,
  seed = 1,
  fps = 25,
}: PaintedFootageOptions): Footage {
  const subject = createSubject({ seed, noise: 0, frameWidthPx: WIDTH_PX, frameHeightPx: HEIGHT_PX });
  for (const [move, atMs] of moves) subject.perform(move, atMs, { latencyMs: 0 });
  const seen = new Map<number, FaceObservation>();
  const observe = (frame: number): FaceObservation => {
    const known = seen.get(frame) ?? subject.observe((frame * 1000) / fps);
    seen.set(frame, known);
    return known;
  };
  return {
    id: `painted-${seed}`,
    person: `nobody-${seed}`,
    part: 'train',
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
    fps,
    frameCount: Math.floor((lengthMs * fps) / 1000),
    faceWidthPx: observe(0).box.widthPx,
    faceShare: observe(0).box.widthPx / WIDTH_PX,
    landmarks: (frame) => observe(frame).landmarks,
    read: (frame, out) => paint(observe(frame), out),
    close: () => undefined,
  };
}

/** Colours of the ground and of the skin, as RGBA in one number of a little-endian machine. */
const GROUND = 0xff787878;
const SKIN = 0xff738cbe;

function paint({ box }: FaceObservation, out: Picture): void {
  const pixels = new Uint32Array(out.data.buffer, out.data.byteOffset, out.data.length / 4);
  pixels.fill(GROUND);
  const middle = box.xPx + box.widthPx / 2;
  for (let y = Math.max(0, Math.ceil(box.yPx)); y < Math.min(HEIGHT_PX, box.yPx + box.heightPx); y++) {
    const share = (2 * (y - box.yPx)) / box.heightPx - 1;
    const half = (box.widthPx / 2) * Math.sqrt(Math.max(0, 1 - share * share));
    pixels.fill(SKIN, y * WIDTH_PX + Math.round(middle - half), y * WIDTH_PX + Math.round(middle + half));
  }
}
