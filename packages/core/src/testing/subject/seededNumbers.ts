// Read once: inside a test runner's realm each use of a global is slow, and this is called thousands of times a frame.
const { imul } = Math;

/**
 * Uniform numbers in [0, 1) that repeat for the same seed. Mixing: mulberry32 (T. Ettinger, public domain).
 *
 * @example const next = seededNumbers(7); next();
 */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
