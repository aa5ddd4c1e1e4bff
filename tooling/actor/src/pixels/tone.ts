/** Linear light of each of the 256 sRGB levels, in [0, 1]. */
export const LINEAR_OF_LEVEL: Float32Array = Float32Array.from({ length: 256 }, (_, level) => {
  const share = level / 255;
  return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
});

/** How many steps {@link LEVEL_OF_LINEAR} has to one. */
export const LINEAR_STEPS = 4095;

/** sRGB level, 0 to 255 with fractions, of linear light in {@link LINEAR_STEPS} steps. */
export const LEVEL_OF_LINEAR: Float32Array = Float32Array.from({ length: LINEAR_STEPS + 1 }, (_, step) => {
  const light = step / LINEAR_STEPS;
  return 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055);
});
