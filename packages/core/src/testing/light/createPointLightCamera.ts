import { linearLight } from '../../plan/linearLight.js';
import type { Vector3 } from '../../geometry/Vector3.js';
import { seededNumbers } from '../subject/seededNumbers.js';
import type { ScreenAt } from './createFakeScreen.js';
import type { LitCamera, LitScene } from './LitScene.js';
import { REGION_SURFACES } from './regionSurfaces.js';

/** A screen of 100 cm2, in m2. */
const SCREEN_M2 = 0.01;
/** What glass and paint of another screen give back of light, and how bright its white is, in nit. */
const GLASS_REFLECTANCE = 0.04;
const REPLAY_NIT = 150;
const WALL: Vector3 = [0.5, 0.5, 0.5];
/** Mean light of the picture that the camera exposes for: middle grey. */
const TARGET = 0.18;
/** How slowly exposure follows, in ms, and for how long each frame is exposed. */
const EXPOSURE_LAG_MS = 300;
const SHUTTER_MS = 30;
/** Pixels that a region's mean is taken from. */
const REGION_PIXELS = 200;

/**
 * The first of two lighting models: the screen is one point before the face, and the camera's exposure follows with a lag. Written
 * apart from the second, so that what is fitted on one can be judged on the other.
 */
export function createPointLightCamera({
  surface = 'live',
  ambientLux = 200,
  ambientFrom = [0.3, 0.8, 0.5],
  ambientDiffuse = 0.5,
  ambientColour = [1, 0.85, 0.6],
  screenNit = 400,
  panelNit = REPLAY_NIT,
  distanceCm = 35,
  wallCm = 150,
  skin = [0.45, 0.28, 0.2],
  noiseLevels = 2,
  sway = 0.006,
  cameraDelayMs = 40,
  renderDelayMs = 300,
  seed = 1,
}: LitScene = {}): LitCamera {
  const next = seededNumbers(seed * 6151 + 11);
  const sunLength = Math.hypot(...ambientFrom);
  const nearest = Math.max(...REGION_SURFACES.map(({ centre }) => centre[2]));
  const flat = surface === 'print' || surface === 'screen';
  /** Lux of a patch that faces the screen at arm's length, full white. */
  const screenLux = (screenNit * SCREEN_M2) / (distanceCm / 100) ** 2;

  const patches = REGION_SURFACES.map(({ centre: [x, y, z], normal }) => {
    const away = distanceCm + (flat ? 0 : nearest - z);
    const squared = x * x + y * y + away * away;
    const towards: Vector3 = flat ? [0, 0, 1] : normal;
    const cosine = (-x * towards[0] - y * towards[1] + away * towards[2]) / Math.sqrt(squared);
    const lamp = (n: Vector3): number =>
      Math.max(0, n[0] * ambientFrom[0] + n[1] * ambientFrom[1] + n[2] * ambientFrom[2]) / sunLength;
    return {
      screen: (Math.max(0, cosine) * distanceCm ** 2) / squared,
      ambient: ambientDiffuse + (1 - ambientDiffuse) * lamp(towards),
      /** The shades that a print or a film has of the face in the light of its own room. */
      baked: ambientDiffuse + (1 - ambientDiffuse) * lamp(normal),
    };
  });
  const phase = patches.map(() => 2 * Math.PI * next());
  let gain: number | null = null;
  let lastMs = 0;

  const screenLight = (atMs: number, screen: ScreenAt): Vector3 => {
    const late = typeof renderDelayMs === 'function' ? renderDelayMs() : renderDelayMs;
    const seenMs = atMs - cameraDelayMs - (surface === 'renderer' ? late : 0);
    const sum = [0, 0, 0];
    for (let part = 0; part < 3; part++) {
      const shown = screen(seenMs - (part * SHUTTER_MS) / 2);
      for (let channel = 0; channel < 3; channel++) {
        sum[channel]! += (screenLux * linearLight(255 * (shown?.[channel] ?? 0.5))) / 3;
      }
    }
    return [sum[0]!, sum[1]!, sum[2]!];
  };

  return {
    look(atMs, screen) {
      const light = surface === 'recording' ? ([0, 0, 0] as const) : screenLight(atMs, screen);
      const face = new Float32Array(24);
      patches.forEach((patch, region) => {
        const shade = 1 + sway * Math.sin(atMs / 700 + phase[region]!) + sway * Math.sin(atMs / 1900);
        for (let channel = 0; channel < 3; channel++) {
          const room = ambientLux * ambientColour[channel]!;
          let radiance = skin[channel]! * (room * patch.ambient + light[channel]! * patch.screen) * shade;
          if (surface === 'print') radiance *= patch.baked;
          if (surface === 'screen') {
            const picture = panelNit * Math.PI * skin[channel]! * patch.baked * shade;
            const reflected = GLASS_REFLECTANCE * (room * patch.ambient + light[channel]! * patch.screen);
            radiance = picture + reflected;
          }
          face[region * 3 + channel] = radiance;
        }
      });
      const wall = new Float32Array(12);
      const fall = (distanceCm / (distanceCm + wallCm)) ** 2;
      for (let at = 0; at < 12; at++) {
        const corner = 1 - 0.15 * Math.floor(at / 3);
        wall[at] =
          WALL[at % 3]! * corner * (ambientLux * ambientColour[at % 3]! * 0.7 + light[at % 3]! * fall);
      }
      const mean = (list: Float32Array): number => list.reduce((sum, one) => sum + one, 0) / list.length;
      const wanted = TARGET / Math.max(1e-6, 0.5 * mean(face) + 0.5 * mean(wall));
      const follow = gain === null ? 1 : 1 - Math.exp(-(atMs - lastMs) / EXPOSURE_LAG_MS);
      gain = gain === null ? wanted : gain * Math.pow(wanted / gain, follow);
      lastMs = atMs;
      const exposure = gain;
      const develop = (radiance: number): number => {
        const level = 255 * encode(Math.min(1, radiance * exposure));
        const bell = next() + next() + next() + next() - 2;
        return Math.max(
          0,
          Math.min(255, level + (bell * Math.sqrt(3) * noiseLevels) / Math.sqrt(REGION_PIXELS)),
        );
      };
      return { face: face.map(develop), background: wall.map(develop) };
    },
  };
}

const encode = (light: number): number =>
  light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
