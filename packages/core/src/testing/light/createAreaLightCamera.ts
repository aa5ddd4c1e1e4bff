import type { Vector3 } from '../../geometry/Vector3.js';
import { seededNumbers } from '../subject/seededNumbers.js';
import type { ScreenAt } from './createFakeScreen.js';
import type { LitCamera, LitScene } from './LitScene.js';
import { REGION_SURFACES } from './regionSurfaces.js';

/** The screen's sides, in cm, with the camera above its upper edge; cut into cells that shine by Lambert's law. */
const SCREEN_WIDE_CM = 7;
const SCREEN_HIGH_CM = 14;
const CELLS_WIDE = 3;
const CELLS_HIGH = 5;
/** What a replaying screen gives back of light, and its white, in nit. */
const PANEL_REFLECTANCE = 0.035;
const PANEL_NIT = 200;
const WALL_REFLECTANCE = 0.35;
/** White balance pulls the picture to grey by this power of what is missing, and follows as slowly, in ms. */
const BALANCE_STRENGTH = 0.6;
const BALANCE_LAG_MS = 1200;
const EXPOSURE_LAG_MS = 700;
const GREY = 0.2;
/** Light of one channel that a sensor's filters let into each of the others. */
const CROSSTALK = 0.08;
const PIXELS = 150;

/** Sum over the screen's cells: what falls on a patch from each nit of the screen, in lux. */
function luxPerNit(place: Vector3, normal: Vector3): number {
  const area = (SCREEN_WIDE_CM * SCREEN_HIGH_CM) / (CELLS_WIDE * CELLS_HIGH);
  let sum = 0;
  for (let row = 0; row < CELLS_HIGH; row++) {
    for (let column = 0; column < CELLS_WIDE; column++) {
      const dx = ((column + 0.5) / CELLS_WIDE - 0.5) * SCREEN_WIDE_CM - place[0];
      const dy = -((row + 0.5) / CELLS_HIGH) * SCREEN_HIGH_CM - place[1];
      const dz = -place[2];
      const squared = dx * dx + dy * dy + dz * dz;
      const length = Math.sqrt(squared);
      const arriving = (dx * normal[0] + dy * normal[1] + dz * normal[2]) / length;
      const leaving = dz / length;
      sum += (area * Math.max(0, arriving) * Math.max(0, leaving)) / squared;
    }
  }
  return sum;
}

/**
 * The second lighting model: the screen is an area with the camera at its upper edge, and the camera balances its white. Its
 * tone curve is a power with a soft shoulder; its filters overlap.
 */
export function createAreaLightCamera({
  surface = 'live',
  ambientLux = 200,
  ambientFrom = [0.3, 0.8, 0.5],
  ambientDiffuse = 0.5,
  ambientColour = [1, 0.85, 0.6],
  screenNit = 400,
  panelNit = PANEL_NIT,
  distanceCm = 35,
  wallCm = 150,
  skin = [0.45, 0.28, 0.2],
  noiseLevels = 2,
  sway = 0.006,
  cameraDelayMs = 40,
  renderDelayMs = 300,
  seed = 1,
}: LitScene = {}): LitCamera {
  const random = seededNumbers(seed * 3571 + 3);
  const plane = surface === 'print' || surface === 'screen';
  const lampLength = Math.hypot(...ambientFrom);
  const daylight = (normal: Vector3): number => {
    const cosine = normal.reduce((sum, value, axis) => sum + value * ambientFrom[axis]!, 0) / lampLength;
    return ambientDiffuse * (0.75 + 0.25 * normal[1]) + (1 - ambientDiffuse) * Math.max(0, cosine);
  };
  const nose = Math.max(...REGION_SURFACES.map(({ centre }) => centre[2]));
  const parts = REGION_SURFACES.map(({ centre, normal }) => {
    const behind = plane ? distanceCm : distanceCm + nose - centre[2];
    const facing: Vector3 = plane ? [0, 0, 1] : normal;
    return {
      fromScreen: luxPerNit([centre[0], centre[1], -behind], facing),
      fromRoom: daylight(facing),
      printed: daylight(normal),
      beat: 600 + 900 * random(),
    };
  });
  const wallFromScreen = luxPerNit([30, 20, -distanceCm - wallCm], [0, 0, 1]);
  let exposure = NaN;
  let balance: Vector3 = [1, 1, 1];
  let beforeMs = 0;

  const shownAt = (atMs: number, screen: ScreenAt): readonly number[] => {
    if (surface === 'recording') return [0, 0, 0];
    const late =
      surface !== 'renderer' ? 0 : typeof renderDelayMs === 'function' ? renderDelayMs() : renderDelayMs;
    const shown = screen(atMs - cameraDelayMs - late) ?? [0.5, 0.5, 0.5];
    return shown.map((component) => screenNit * Math.pow(component, 2.2));
  };
  const mix = (light: readonly number[]): number[] => {
    const sum = light[0]! + light[1]! + light[2]!;
    return light.map((own) => (1 - 2 * CROSSTALK) * own + CROSSTALK * (sum - own));
  };

  return {
    look(atMs, screen) {
      const nit = shownAt(atMs, screen);
      const faces = parts.map(({ fromScreen, fromRoom, printed, beat }) => {
        const moved = 1 + sway * (Math.sin(atMs / beat) + Math.sin(atMs / 2300));
        return mix(
          nit.map((value, channel) => {
            const lux = ambientLux * ambientColour[channel]! * fromRoom + value * fromScreen;
            if (surface === 'print') return skin[channel]! * printed * lux * moved;
            if (surface !== 'screen') return skin[channel]! * lux * moved;
            return Math.PI * panelNit * skin[channel]! * printed * moved + PANEL_REFLECTANCE * lux;
          }),
        );
      });
      const walls = [0, 1, 2, 3].map((corner) =>
        mix(
          nit.map(
            (value, channel) =>
              WALL_REFLECTANCE *
              (ambientLux * ambientColour[channel]! * (0.6 - 0.08 * corner) + value * wallFromScreen),
          ),
        ),
      );
      const all = [...faces, ...walls];
      const means = [0, 1, 2].map((channel) => all.reduce((sum, one) => sum + one[channel]!, 0) / all.length);
      const mean = (means[0]! + means[1]! + means[2]!) / 3;
      const elapsedMs = atMs - beforeMs;
      const first = exposure !== exposure;
      const toExposure = first ? 1 : 1 - Math.exp(-elapsedMs / EXPOSURE_LAG_MS);
      const toBalance = first ? 1 : 1 - Math.exp(-elapsedMs / BALANCE_LAG_MS);
      exposure = first ? GREY / mean : exposure * Math.pow(GREY / mean / exposure, toExposure);
      const pull = (channel: 0 | 1 | 2): number =>
        balance[channel] +
        toBalance * (Math.pow(mean / means[channel]!, BALANCE_STRENGTH) - balance[channel]);
      balance = [pull(0), pull(1), pull(2)];
      beforeMs = atMs;
      const picture = (light: number, channel: number): number => {
        const linear = light * exposure * balance[channel]!;
        const tone = Math.pow(linear / (1 + 0.15 * linear * linear), 1 / 2.2);
        const noise = ((random() + random() + random() - 1.5) * 2 * noiseLevels) / Math.sqrt(PIXELS);
        return Math.max(0, Math.min(255, 255 * Math.min(1, tone) + noise));
      };
      const flatten = (list: readonly number[][]): Float32Array =>
        Float32Array.from(list.map((one) => one.map(picture)).flat());
      return { face: flatten(faces), background: flatten(walls) };
    },
  };
}
