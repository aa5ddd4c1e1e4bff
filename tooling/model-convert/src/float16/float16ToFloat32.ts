const SIGN_BIT = 0x8000;
const EXPONENT_SHIFT = 10;
const EXPONENT_MASK = 0x1f;
const FRACTION_MASK = 0x3ff;
const EXPONENT_BIAS = 15;
const SMALLEST_SUBNORMAL = 2 ** -24;

/**
 * The value of an IEEE 754 binary16, exact.
 *
 * @param bits 0 to 65535
 * @example float16ToFloat32(0x3c00) // 1
 */
export function float16ToFloat32(bits: number): number {
  const sign = (bits & SIGN_BIT) === 0 ? 1 : -1;
  const exponent = (bits >> EXPONENT_SHIFT) & EXPONENT_MASK;
  const fraction = bits & FRACTION_MASK;
  if (exponent === 0) return sign * fraction * SMALLEST_SUBNORMAL;
  if (exponent === EXPONENT_MASK) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 2 ** EXPONENT_SHIFT) * 2 ** (exponent - EXPONENT_BIAS);
}
