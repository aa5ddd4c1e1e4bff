import type { PixelFacts } from '../../evidence/traceFrameOf.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import { createSeededRandom } from '../seededRandom.js';

/** Skin and wall of a synthetic room, red green blue. */
const SKIN_LEVELS = [182, 139, 118];
const WALL_LEVELS = [104, 112, 121];

/**
 * What a camera's pixels would say of a synthetic person: skin and wall with a camera's noise, a still background, a hash
 * that changes in a few bits. The same for the same seed and time.
 */
export function fakePixelFacts(face: FaceObservation | null, timestampMs: number, seed: number): PixelFacts {
  const bytes = createSeededRandom(seed * 7919 + timestampMs).fill(new Uint8Array(48));
  const noise = (at: number): number => (bytes[at]! - 127.5) / 200;
  const flicker = Math.sin(timestampMs / 900 + seed);
  const hash = Array.from(createSeededRandom(seed).fill(new Uint8Array(8)), (byte, at) => {
    const value = at === bytes[36]! % 8 ? byte ^ (1 << (bytes[37]! & 7)) : byte;
    return (value < 16 ? '0' : '') + value.toString(16);
  }).join('');
  return {
    colours: {
      face: Float32Array.from({ length: 24 }, (_value, at) =>
        face ? SKIN_LEVELS[at % 3]! + flicker + noise(at) : NaN,
      ),
      background: Float32Array.from(
        { length: 12 },
        (_value, at) => WALL_LEVELS[at % 3]! + flicker + noise(24 + at),
      ),
    },
    motion: { x: noise(38) / 500, y: noise(39) / 500 },
    hash,
  };
}
