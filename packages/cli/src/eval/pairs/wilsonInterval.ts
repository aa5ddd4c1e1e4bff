/** Of the standard normal distribution: 95 % lie within. */
const Z = 1.959964;

/**
 * Wilson's 95 % interval of a share.
 *
 * @param share in [0, 1]
 * @param trials independent ones; 1 or more
 * @example wilsonInterval(0.95, 20) // [0.76, 0.99]
 */
export function wilsonInterval(share: number, trials: number): readonly [number, number] {
  const spread = (Z * Z) / trials;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))) / (1 + spread);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
