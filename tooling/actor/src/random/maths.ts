/**
 * The functions of `Math` that run for every pixel or point, taken once: where code runs in a realm of its own (test
 * runners, mini-programs) each look at a global costs more than the function behind it.
 */
export const { abs, ceil, cos, exp, floor, hypot, log, max, min, pow, round, sin, sqrt } = Math;
