import type { Colour } from '../personas/Persona.js';
import { mix } from '../random/numbers.js';

/** A colour with each component multiplied. */
export const shade = (colour: Colour, red: number, green = red, blue = red): Colour => [
  colour[0] * red,
  colour[1] * green,
  colour[2] * blue,
];

/** `from` at 0, `to` at 1. */
export const blend = (from: Colour, to: Colour, share: number): Colour => [
  mix(from[0], to[0], share),
  mix(from[1], to[1], share),
  mix(from[2], to[2], share),
];
