import { createNoise, NOISE_LENGTH } from '../pixels/createNoise.js';
import { LEVEL_OF_LINEAR, LINEAR_OF_LEVEL, LINEAR_STEPS } from '../pixels/tone.js';
import { floor, sqrt } from '../random/maths.js';
import type { Random } from '../random/createRandom.js';
import { clamp } from '../random/numbers.js';
import { createLightMap, type LightMap, type LightMapFiller } from './createLightMap.js';
import type { LightModel } from './LightModel.js';
import { linearColour } from './linearColour.js';
import type { LitSurface } from './LitScene.js';
import { PANEL_CDM2, panelNoise, REFERENCE_CM, type RoomConditions } from './RoomConditions.js';

/** What a light model is made of. */
export interface LightModelOptions {
  room: RoomConditions;
  random: Random;
}

/** The middle of a phone's screen is this far below its camera, in cm. */
const SOURCE_BELOW_CM = 6;
/** Share of what falls on glass that comes back (Fresnel: 4 % at an index of 1.5). */
const GLASS_SHARE = 0.04;
/** An automatic exposure stays within this factor of where it began. */
const MOST_EXPOSURE = 2.5;
/** The meter reads every so many pixels. */
const METER_STEP = 61;

/**
 * The screen as one point that shines on everything, by the angle and the inverse square of the distance; a camera that
 * shows light late, follows it slowly with its exposure, and counts photons (noise grows with the root of the light).
 *
 * @example
 * const model = createPointLight({ room: drawRoomConditions(random), random });
 * model.light(picture, { surfaces: [head.place(landmarks)], backgroundCm: 180 }, atMs, screen);
 */
export function createPointLight({ room, random }: LightModelOptions): LightModel {
  const noise = createNoise(random);
  /** How fast the exposure follows, in ms, and how much of a change it takes back. */
  const followMs = random.between(200, 900);
  const followShare = random.between(0.3, 1);
  const strength = room.screenLux / room.ambientLux;
  /** White paper in the room's light, over a screen's white. */
  const overPanel = room.ambientLux / Math.PI / PANEL_CDM2;
  let filler: LightMapFiller | null = null;
  let first: { readonly mean: number; readonly exposure: number } | null = null;
  let exposure = 1;
  let lastMs = 0;

  /** @returns the exposure of this picture */
  function expose({ own, lit }: { own: number; lit: number }, atMs: number): number {
    if (!first) {
      // The camera has settled before: the picture is as bright as the recording, whatever light is there at first.
      exposure = own / lit;
      first = { mean: lit, exposure };
    }
    const change = clamp(Math.pow(first.mean / lit, followShare), 1 / MOST_EXPOSURE, MOST_EXPOSURE);
    const step = 1 - Math.exp(-Math.max(0, atMs - lastMs) / followMs);
    exposure += (first.exposure * change - exposure) * step;
    lastMs = atMs;
    return exposure;
  }

  return {
    name: 'point',
    light(picture, scene, atMs, screen) {
      const { data, widthPx, heightPx } = picture;
      filler ??= createLightMap(widthPx, heightPx);
      const map = filler.fill(scene, fallOn, (REFERENCE_CM / scene.backgroundCm) ** 2);
      const { values, panel, hasPanel } = map;
      const colour = linearColour(screen.colourAt(atMs - room.lagMs));
      const red = strength * colour[0] * room.cast[0];
      const green = strength * colour[1] * room.cast[1];
      const blue = strength * colour[2] * room.cast[2];
      const gain = expose(meter(data, map, green, Math.min(1, overPanel)), atMs) * LINEAR_STEPS;
      // A camera that is set for a lit panel sees the room around it as dark as it is beside it.
      const around = hasPanel ? Math.min(1, overPanel) : 1;
      // The deviation is given at mid grey, where linear light is 0.21 and a level 0.0036 of it.
      const level = hasPanel ? room.noise * panelNoise(room.ambientLux) : room.noise;
      const shot = (level * 0.0036) / Math.sqrt(0.21);
      for (let y = 0, i = 0; y < heightPx; y++) {
        const from = floor(random.next() * NOISE_LENGTH);
        for (let x = 0; x < widthPx; x++, i++) {
          const o = i * 4;
          const near = values[i] as number;
          const glass = hasPanel && panel[i] === 1;
          for (let c = 0; c < 3; c++) {
            const lit = 1 + (c === 0 ? red : c === 1 ? green : blue) * near;
            const own = LINEAR_OF_LEVEL[data[o + c] as number] as number;
            const light = glass ? own + GLASS_SHARE * overPanel * lit : own * lit * around;
            const counted =
              light + shot * sqrt(light) * (noise[(from + x * 3 + c) & (NOISE_LENGTH - 1)] as number);
            const step = counted * gain;
            data[o + c] = LEVEL_OF_LINEAR[
              step < 0 ? 0 : step > LINEAR_STEPS ? LINEAR_STEPS : step | 0
            ] as number;
          }
        }
      }
    },
  };
}

/** Mean green light over some of the pixels, without and with the screen's. */
function meter(
  data: Uint8ClampedArray,
  { values, panel, hasPanel }: LightMap,
  green: number,
  around: number,
): { own: number; lit: number } {
  let own = 1e-3;
  let lit = 1e-3;
  for (let i = 0; i < values.length; i += METER_STEP) {
    const one = LINEAR_OF_LEVEL[data[i * 4 + 1] as number] as number;
    const share = hasPanel && panel[i] !== 1 ? around : 1;
    own += one * share;
    lit += hasPanel && panel[i] === 1 ? one : one * share * (1 + green * (values[i] as number));
  }
  return { own, lit };
}

/** Light on each corner, over that of the reference distance, straight on. */
function fallOn({ positions, normals }: LitSurface): Float32Array {
  const values = new Float32Array(positions.length / 3);
  for (let at = 0; at < values.length; at++) {
    const tx = -(positions[at * 3] as number);
    const ty = SOURCE_BELOW_CM - (positions[at * 3 + 1] as number);
    const tz = -(positions[at * 3 + 2] as number);
    const square = tx * tx + ty * ty + tz * tz;
    const along =
      (normals[at * 3] as number) * tx +
      (normals[at * 3 + 1] as number) * ty +
      (normals[at * 3 + 2] as number) * tz;
    values[at] = along > 0 ? (along * REFERENCE_CM * REFERENCE_CM) / (square * Math.sqrt(square)) : 0;
  }
  return values;
}
