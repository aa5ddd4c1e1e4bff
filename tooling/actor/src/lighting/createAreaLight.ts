import { createNoise, NOISE_LENGTH } from '../pixels/createNoise.js';
import { LEVEL_OF_LINEAR, LINEAR_OF_LEVEL, LINEAR_STEPS } from '../pixels/tone.js';
import { clamp } from '../random/numbers.js';
import { createLightMap, type LightMapFiller } from './createLightMap.js';
import type { LightModelOptions } from './createPointLight.js';
import type { LightModel } from './LightModel.js';
import { linearColour } from './linearColour.js';
import type { LitSurface } from './LitScene.js';
import { PANEL_CDM2, panelNoise, REFERENCE_CM } from './RoomConditions.js';

/** A glowing rectangle in the camera's plane, in cm: its size and how far its middle is below the camera. */
interface Panel {
  readonly widthCm: number;
  readonly heightCm: number;
  readonly belowCm: number;
}

/** A phone under its front camera, a tablet, a laptop under its webcam. */
const PANELS: readonly Panel[] = [
  { widthCm: 6.8, heightCm: 14, belowCm: 7.5 },
  { widthCm: 16, heightCm: 23, belowCm: 12 },
  { widthCm: 30, heightCm: 19, belowCm: 10.5 },
];

/** The panel is summed up as so many patches each way. */
const PATCHES = 3;
/** What a screen's glass and polish send back of a room's light; as much as the point model's, by another road. */
const GLOSS = 0.04;
/** The exposure is set anew this often, in ms, and by no more than this factor at once. */
const METER_EVERY_MS = 160;
const LARGEST_STEP = 1.08;
/** A white balance leaves a picture as coloured as it found it, but for this share of a new cast. */
const MOST_BALANCE = 0.5;
const METER_STEP = 67;

/**
 * The screen as a glowing rectangle (each patch by the cosines at both ends and the square of the distance); a camera that
 * gathers light over its exposure, sets its exposure in steps, and balances its white. Its noise is added to the finished
 * levels and lies over two pixels, as after a camera's own smoothing.
 */
export function createAreaLight({ room, random }: LightModelOptions): LightModel {
  const panel = PANELS[Math.floor(random.next() * PANELS.length)] as Panel;
  const noise = createNoise(random);
  const shutterMs = random.between(15, 66);
  const balanceMs = random.between(600, 3000);
  const balanceShare = random.between(0, MOST_BALANCE);
  const full = fallOnAxis(panel);
  /** Room over panel: what a sheet of paper in it gives, against the panel's white. */
  const paperShare = room.ambientLux / (Math.PI * PANEL_CDM2);
  let filler: LightMapFiller | null = null;
  let start: readonly [number, number, number] | null = null;
  let settled = 1;
  let exposure = 1;
  let meteredMs = -Infinity;
  const balance: [number, number, number] = [1, 1, 1];
  let lastMs: number | null = null;

  const fallOn = (surface: LitSurface): Float32Array => panelOn(surface, panel, full);

  function meterAndBalance(means: readonly [number, number, number], own: number, atMs: number): void {
    if (!start) {
      // A camera that has settled before shows the recording as bright as it is.
      start = means;
      settled = own / (means[0] + means[1] + means[2]);
      exposure = settled;
    }
    const brightness = (means[0] + means[1] + means[2]) / (start[0] + start[1] + start[2]);
    if (atMs - meteredMs >= METER_EVERY_MS) {
      meteredMs = atMs;
      const ratio = settled / brightness / exposure;
      exposure *= clamp(ratio, 1 / LARGEST_STEP, LARGEST_STEP);
    }
    const share = 1 - Math.exp(-Math.max(0, atMs - (lastMs ?? atMs)) / balanceMs);
    for (let c = 0; c < 3; c++) {
      const cast = (means[c] as number) / (start[c] as number) / brightness;
      const wanted = Math.pow(cast, -balanceShare);
      balance[c] = (balance[c] as number) + (wanted - (balance[c] as number)) * share;
    }
    lastMs = atMs;
  }

  return {
    name: 'area',
    light(picture, scene, atMs, screen) {
      const { data, widthPx, heightPx } = picture;
      filler ??= createLightMap(widthPx, heightPx);
      const wall = (REFERENCE_CM / scene.backgroundCm) ** 2 * 0.8;
      const { values, panel: glass, hasPanel } = filler.fill(scene, fallOn, wall);
      const gathered = [0, 0, 0];
      for (const part of [0.15, 0.5, 0.85]) {
        const colour = linearColour(screen.colourAt(atMs - room.lagMs - shutterMs * part));
        for (let c = 0; c < 3; c++) gathered[c] = (gathered[c] as number) + (colour[c] as number) / 3;
      }
      const power = gathered.map(
        (share, c) => (share * (room.cast[c] as number) * room.screenLux) / room.ambientLux,
      );
      const dim = hasPanel ? Math.min(1, paperShare) : 1;
      const means: [number, number, number] = [1e-3, 1e-3, 1e-3];
      let unlit = 3e-3;
      for (let i = 0; i < values.length; i += METER_STEP) {
        for (let c = 0; c < 3; c++) {
          const own = LINEAR_OF_LEVEL[data[i * 4 + c] as number] as number;
          const shines = hasPanel && glass[i] === 1;
          const glow = shines ? 0 : (power[c] as number) * (values[i] as number);
          means[c] = (means[c] as number) + own * (shines ? 1 : dim) * (1 + glow);
          unlit += own * (shines ? 1 : dim);
        }
      }
      meterAndBalance(means, unlit, atMs);
      const deviation = room.noise * 0.8 * (hasPanel ? panelNoise(room.ambientLux) : 1);
      const gains = balance.map((one) => one * exposure);
      for (let c = 0; c < 3; c++) {
        const gain = (gains[c] as number) * LINEAR_STEPS;
        const strength = power[c] as number;
        for (let y = 0, i = 0; y < heightPx; y++) {
          const from = Math.floor(random.next() * NOISE_LENGTH);
          for (let x = 0; x < widthPx; x++, i++) {
            const own = LINEAR_OF_LEVEL[data[i * 4 + c] as number] as number;
            const lit = 1 + strength * (values[i] as number);
            const light = hasPanel && glass[i] === 1 ? own + GLOSS * paperShare * lit : own * lit * dim;
            const step = light * gain;
            const level = LEVEL_OF_LINEAR[step > LINEAR_STEPS ? LINEAR_STEPS : step | 0] as number;
            const grain = noise[(from + (x >> 1)) & (NOISE_LENGTH - 1)] as number;
            data[i * 4 + c] = level + 0.5 + deviation * grain;
          }
        }
      }
    },
  };
}

/** Light of the whole panel on a place, before any scale. */
function shineOn(
  { widthCm, heightCm, belowCm }: Panel,
  [x, y, z]: readonly [number, number, number],
  [nx, ny, nz]: readonly [number, number, number],
): number {
  let sum = 0;
  for (let row = 0; row < PATCHES; row++) {
    const py = belowCm + ((row + 0.5) / PATCHES - 0.5) * heightCm;
    for (let column = 0; column < PATCHES; column++) {
      const px = ((column + 0.5) / PATCHES - 0.5) * widthCm;
      const dx = px - x;
      const dy = py - y;
      const dz = -z;
      const square = dx * dx + dy * dy + dz * dz;
      const receive = nx * dx + ny * dy + nz * dz;
      // The panel looks along +z: what leaves it at a slant is less.
      if (receive > 0 && z > 0) sum += (receive * z) / (square * square);
    }
  }
  return sum;
}

/** On a place that looks at the camera from the reference distance. */
const fallOnAxis = (panel: Panel): number => shineOn(panel, [0, 0, REFERENCE_CM], [0, 0, -1]);

function panelOn({ positions, normals }: LitSurface, panel: Panel, full: number): Float32Array {
  const values = new Float32Array(positions.length / 3);
  for (let at = 0; at < values.length; at++) {
    const o = at * 3;
    const place = [positions[o] as number, positions[o + 1] as number, positions[o + 2] as number] as const;
    const normal = [normals[o] as number, normals[o + 1] as number, normals[o + 2] as number] as const;
    values[at] = shineOn(panel, place, normal) / full;
  }
  return values;
}
