import type { RegionColours } from '../../evidence/measureRegions.js';
import type { Vector3 } from '../../geometry/Vector3.js';
import type { ScreenAt } from './createFakeScreen.js';

/**
 * What a camera looks at while a screen lights it:
 * - `live`: a face, each part with its own normal and distance
 * - `print`: the same face on flat paper, its shades printed
 * - `screen`: the same face on another screen, which shines by itself and reflects a little
 * - `recording`: the same face filmed before, put in the camera's place: no light reaches it
 * - `renderer`: the same face as `live`, lit by a machine that sees the screen and answers late
 */
export type LitSurface = 'live' | 'print' | 'screen' | 'recording' | 'renderer';

/** A scene in numbers of physics. */
export interface LitScene {
  /** @default 'live' */
  surface?: LitSurface;
  /** Light of the room on what faces it, in lux: dark room 5, living room 100, office 500, bright office 1000. @default 200 */
  ambientLux?: number;
  /** From where the room's light comes mostly, in axes of the face (y up, z to the camera). @default from above and before */
  ambientFrom?: Vector3;
  /** The part of it that comes from all sides. @default 0.5 */
  ambientDiffuse?: number;
  /** Of the room's light: what red, green and blue get of it. @default a warm lamp: 1, 0.85, 0.6 */
  ambientColour?: Vector3;
  /** How bright the screen's white is, in nit. @default 400 */
  screenNit?: number;
  /** How bright the white of a replaying `screen` is, in nit. @default 150 and 200, a monitor's */
  panelNit?: number;
  /** From the screen to the tip of the nose, in cm. @default 35 */
  distanceCm?: number;
  /** From the face to the wall behind it, in cm. @default 150 */
  wallCm?: number;
  /** What the skin gives back of red, green and blue light. @default middle skin: 0.45, 0.28, 0.2 */
  skin?: Vector3;
  /** Noise of one pixel, in grey levels of 255 (standard deviation). @default 2 */
  noiseLevels?: number;
  /** Slow changes of shade from a head that is never quite still, as a share. @default 0.006 */
  sway?: number;
  /** From the light on the sensor to the time that a frame bears, in ms. @default 40 */
  cameraDelayMs?: number;
  /** How late a `renderer` answers, in ms; one number a call where it is not steady. @default 300 */
  renderDelayMs?: number | (() => number);
  /** @default 1 */
  seed?: number;
}

/** A camera before a scene. */
export interface LitCamera {
  /**
   * The mean colours that it measures at a time, which has to rise from call to call: a camera adapts.
   *
   * @param screen what the screen shows at a time, on the same clock
   */
  look(atMs: number, screen: ScreenAt): RegionColours;
}
