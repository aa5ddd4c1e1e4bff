import type { Random } from '../random/createRandom.js';

/** The room and the camera of one presentation. */
export interface RoomConditions {
  /**
   * Light of the room on the face, in lux: 15 is a dark room, 50 to 150 a living room in the evening, 300 to 500 an office,
   * 1000 a bright one (EN 12464-1 asks for 500 at a desk).
   */
  readonly ambientLux: number;
  /**
   * Light of a white screen on a face that looks at it from {@link REFERENCE_CM}, in lux. A phone of 500 cd/m2 and 90 cm2
   * gives 4.5 cd: 28 lux there; a laptop of 300 cd/m2 and 500 cm2 gives 90 at 40 cm and 41 at 60.
   */
  readonly screenLux: number;
  /** From light to its frame, in ms: exposure and the way through the camera. */
  readonly lagMs: number;
  /** Deviation of a mid-grey pixel, in levels of 255. */
  readonly noise: number;
  /** The screen's white as the camera sees it, after it has balanced for the room: bluish in lamp light. */
  readonly cast: readonly [number, number, number];
}

/** Where {@link RoomConditions.screenLux} is given for, in cm. */
export const REFERENCE_CM = 40;

/**
 * How bright the white of a screen is that an attacker shows a face on, in cd/m2: a phone's or a monitor's, as bright as a
 * camera can take. White paper in a room of E lux has E / pi.
 */
export const PANEL_CDM2 = 250;

/**
 * Noise of a camera that is set for a lit panel, over its noise in the room: as little as where paper is as bright as that.
 *
 * @param ambientLux light of the room
 */
export const panelNoise = (ambientLux: number): number =>
  Math.min(1, Math.pow(ambientLux / (PANEL_CDM2 * Math.PI), NOISE_POWER));

/** Noise in levels falls with the light by this power. Judgement: cameras gain up and smooth as light falls. */
const NOISE_POWER = 0.25;

/** Least and most light of a room that is drawn, in lux. */
export const DARKEST_LUX = 15;
export const BRIGHTEST_LUX = 1000;

/** Draws a room between a dark one and a bright office, evenly by the ratio of light. */
export function drawRoomConditions(random: Random): RoomConditions {
  const ambientLux = DARKEST_LUX * Math.pow(BRIGHTEST_LUX / DARKEST_LUX, random.next());
  const warmth = random.between(-0.1, 0.3);
  return {
    ambientLux,
    screenLux: random.between(25, 80),
    lagMs: random.between(20, 130),
    // Less light, more gain, more noise.
    noise: random.between(0.6, 1.6) * Math.pow(300 / ambientLux, NOISE_POWER),
    cast: [1 - warmth / 2, 1, 1 + warmth],
  };
}
