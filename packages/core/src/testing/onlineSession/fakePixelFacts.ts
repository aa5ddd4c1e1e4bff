import type { PixelFacts } from '../../evidence/traceFrameOf.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import { linearLight } from '../../plan/linearLight.js';
import type { ScreenAt } from '../light/createFakeScreen.js';
import { screenSharesOf } from '../light/screenSharesOf.js';
import { createSeededRandom } from '../seededRandom.js';

/** Skin and wall of a synthetic room, red green blue. */
const SKIN_LEVELS = [182, 139, 118];
const WALL_LEVELS = [104, 112, 121];

/** Light of the full screen over that of the room, on a face that looks into it: a phone at 35 cm in a room of 100 lux. */
const SCREEN_OVER_ROOM = 0.35;
/** ... and on the wall behind, four times as far. */
const SCREEN_OVER_ROOM_WALL = SCREEN_OVER_ROOM / 16;
/** A camera shows what was on the screen so long ago, in ms: the glass, and half of an exposure. */
const CAMERA_DELAY_MS = 40;

/** How much of the screen's light falls on each part of the face: more on what looks at it and lies nearer. */
const REGION_SHARES = screenSharesOf(35);

/**
 * What a camera's pixels would say of a synthetic person: skin and wall with a camera's noise, a still background, a hash
 * that changes in a few bits. The face answers the colours of the screen. The same for the same seed, time and screen.
 */
export function fakePixelFacts(
  face: FaceObservation | null,
  timestampMs: number,
  seed: number,
  screen: ScreenAt = () => null,
): PixelFacts {
  const shown = screen(timestampMs - CAMERA_DELAY_MS);
  const lit = (level: number, channel: number, share: number): number =>
    shown ? lighten(level, share * linearLight(255 * shown[channel]!)) : level;
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
        face
          ? lit(SKIN_LEVELS[at % 3]!, at % 3, SCREEN_OVER_ROOM * REGION_SHARES[Math.floor(at / 3)]!) +
            flicker +
            noise(at)
          : NaN,
      ),
      background: Float32Array.from(
        { length: 12 },
        (_value, at) => lit(WALL_LEVELS[at % 3]!, at % 3, SCREEN_OVER_ROOM_WALL) + flicker + noise(24 + at),
      ),
    },
    motion: { x: noise(38) / 500, y: noise(39) / 500 },
    hash,
  };
}

/** A level of the picture when there is more light, by a share of what there was. */
function lighten(level: number, more: number): number {
  const light = linearLight(level) * (1 + more);
  const encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  return Math.min(255, 255 * encoded);
}
