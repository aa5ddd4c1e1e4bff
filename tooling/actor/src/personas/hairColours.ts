import type { Colour } from './Persona.js';

/** Hair, as it grows on more than one persona. */
export const BLACK: Colour = [30, 25, 24];
export const DARK_BROWN: Colour = [52, 36, 28];
export const BROWN: Colour = [92, 62, 42];
export const FAIR: Colour = [176, 136, 84];
export const GREY: Colour = [150, 148, 146];
