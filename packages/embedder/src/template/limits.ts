/** Longest model name, in characters. */
export const MOST_MODEL_NAME = 64;

/** Most values of a template: four times what the largest known model gives. */
export const MOST_VALUES = 4096;

/** A model's name and version, in characters that need no escaping anywhere. */
export const MODEL_NAME = /^[a-z0-9][a-z0-9._+-]*@[0-9]+$/;

/** How far from 1 a template's length may be: float32 rounding of 4096 values stays a hundred times below. */
export const UNIT_TOLERANCE = 1e-3;
