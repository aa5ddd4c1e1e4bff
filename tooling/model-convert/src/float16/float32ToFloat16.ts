// Taken out once: millions of weights pass through, and under a test runner each look at a global is slow.
const { abs, floor, log2, min } = Math;
const { is } = Object;
const { isNaN } = Number;

const SIGN_BIT = 0x8000;
const INFINITY_BITS = 0x7c00;
const QUIET_NAN_BITS = 0x7e00;
const EXPONENT_SHIFT = 10;
const EXPONENT_BIAS = 15;
const SMALLEST_NORMAL_EXPONENT = -14;
const SUBNORMAL_STEPS = 2 ** 24;

function roundHalfToEven(value: number): number {
  const below = floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest > 0.5 ? below + 1 : below;
  return below % 2 === 0 ? below : below + 1;
}

/**
 * The IEEE 754 binary16 nearest to a number, ties to even; beyond 65504 it becomes infinity.
 *
 * @returns 0 to 65535
 * @example float32ToFloat16(1) // 0x3c00
 */
export function float32ToFloat16(value: number): number {
  if (isNaN(value)) return QUIET_NAN_BITS;
  const sign = value < 0 || is(value, -0) ? SIGN_BIT : 0;
  const size = abs(value);
  if (size === 0) return sign;
  if (size === Infinity) return sign | INFINITY_BITS;
  const exponent = floor(log2(size));
  if (exponent < SMALLEST_NORMAL_EXPONENT) return sign | roundHalfToEven(size * SUBNORMAL_STEPS);
  // A fraction that rounds up to 1024 carries into the exponent, which is what the sum below does by itself.
  const fraction = roundHalfToEven((size / 2 ** exponent - 1) * 2 ** EXPONENT_SHIFT);
  const bits = ((exponent + EXPONENT_BIAS) << EXPONENT_SHIFT) + fraction;
  return sign | min(bits, INFINITY_BITS);
}
