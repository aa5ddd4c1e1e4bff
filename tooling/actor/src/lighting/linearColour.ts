import type { ScreenColour } from './ScreenNow.js';

/** Light of a screen's colour, in [0, 1] for each channel: its sRGB components undone. */
export const linearColour = (colour: ScreenColour): readonly [number, number, number] => [
  linear(colour[0]),
  linear(colour[1]),
  linear(colour[2]),
];

const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
