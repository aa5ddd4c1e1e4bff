/*
 * What one step of each stored number stands for. All are powers of two or the largest signed 16-bit number, so that a
 * restored value is the same floating-point number on every machine.
 */

/**
 * Units of a landmark (and of a second face's width) in the longer side of the upright frame: one is 0.08 px of 640, so
 * that 16 bits reach four sides either way of the origin.
 */
export const LANDMARK_UNITS_PER_SIDE = 8192;

/** Units of a stored colour in one grey level (of 255). */
export const COLOUR_UNITS_PER_LEVEL = 256;

/** Stands for a region that was not seen. */
export const COLOUR_NOT_SEEN = 0xffff;

/** Face regions whose colour is stored, red green blue each. */
export const FACE_COLOUR_REGIONS = 8;

/** Background regions: the corners of the upright picture, top left, top right, bottom left, bottom right. */
export const BACKGROUND_COLOUR_REGIONS = 4;

/** Units of a stored motion in the longer side of the frame. */
export const MOTION_UNITS_PER_SIDE = 32767;

/** Units of a stored luma, spread or share in 1. */
export const SHARE_UNITS = 16384;

/** Units of a stored face sharpness in 1. */
export const SHARPNESS_UNITS = 4096;
