/** Light of one colour, linear; 1 shows a white wall as white. */
export type LinearLight = readonly [red: number, green: number, blue: number];

/** What lights a scene. */
export interface Lighting {
  /** Towards the key light: x to the right of the picture, y up, z to the camera. Any length. */
  readonly keyDirection: readonly [number, number, number];
  readonly key: LinearLight;
  /** From everywhere, a little more from above. */
  readonly ambient: LinearLight;
  /** What the screen shows, components in [0, 1], sRGB. It stands where the camera is. */
  readonly screen: readonly [number, number, number];
  /** Light on the room behind, as a factor of its own brightness: well over 1 is a window behind the person. */
  readonly room: number;
}

/** An ordinary room by day, the screen dark. */
export const DAYLIGHT: Lighting = {
  keyDirection: [0.45, 0.55, 0.7],
  key: [0.62, 0.6, 0.56],
  ambient: [0.34, 0.35, 0.37],
  screen: [0, 0, 0],
  room: 0.85,
};

/** What a bright phone screen gives at {@link SCREEN_REFERENCE_CM}, against the key light of a room. */
export const SCREEN_STRENGTH = 0.3;
export const SCREEN_REFERENCE_CM = 40;
/** How far the wall is behind the person, in cm. */
export const ROOM_DEPTH_CM = 170;
