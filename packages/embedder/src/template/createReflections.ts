import type { KeyStream } from './KeyStream.js';

// Held here, for they are called a million times: where tests run, each look at a global takes longer than the call.
const { cos, log, PI, sin, sqrt } = Math;

/** Reads numbers of a normal distribution out of a secret stream, 4 bytes each; Box and Muller (1958). */
function createNormals(stream: KeyStream, count: number): () => number {
  // In pairs.
  const bytes = stream(4 * (count + (count % 2)));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let second: number | null = null;
  return () => {
    if (second !== null) {
      const value = second;
      second = null;
      return value;
    }
    // Of (0, 1]: the logarithm of 0 is none.
    const radius = sqrt(-2 * log((view.getUint32(at, true) + 1) / 4294967296));
    const angle = (2 * PI * view.getUint32(at + 4, true)) / 4294967296;
    at += 8;
    second = radius * sin(angle);
    return radius * cos(angle);
  };
}

/** One of the reflections that a turn is made of. */
export interface Reflection {
  /** It leaves the values before this one alone. */
  readonly from: number;
  /** What it mirrors at, not of length 1; the buffer is used again for the next one unless the reflections are kept. */
  readonly normal: Float64Array;
  readonly normalSquared: number;
  /** 1 or -1: what all is multiplied with besides. */
  readonly sign: number;
}

/**
 * The reflections of one turn, in order: of `size` values, then of all but the first, and so on to the last one alone. Their product is a
 * random orthogonal matrix, evenly distributed over all of them (Haar): a normal vector has an even direction, and whatever maps the first
 * axis there, times an even turn of the rest, is an even turn of the whole (Diaconis and Shahshahani, "The subgroup algorithm for
 * generating uniform random variables", 1987; Stewart, "The efficient generation of random orthogonal matrices", 1980). Fewer reflections
 * would be quicker and leave a part of the space as it is, where two turns of one face resemble each other.
 *
 * The sign is chosen as Householder did, so that nothing cancels. An engine whose logarithm rounds differently in the last place gives the
 * same turn but for 1e-15.
 */
export function* createReflections(
  size: number,
  stream: KeyStream,
  { keep = false }: { keep?: boolean } = {},
): Generator<Reflection> {
  const next = createNormals(stream, (size * (size + 1)) / 2);
  const shared = new Float64Array(size);
  for (let from = 0; from < size; from += 1) {
    const normal = keep ? new Float64Array(size - from) : shared.subarray(0, size - from);
    let squares = 0;
    for (let at = 0; at < normal.length; at += 1) {
      const value = next();
      normal[at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    const first = normal[0]!;
    const sign = first < 0 ? -1 : 1;
    normal[0] = first + sign * length;
    yield { from, normal, normalSquared: 2 * length * (length + Math.abs(first)), sign };
  }
}

/** Applies a reflection; applied twice it is as before. */
export function reflect(values: Float64Array, { from, normal, normalSquared, sign }: Reflection): void {
  let dot = 0;
  for (let at = 0; at < normal.length; at += 1) dot += values[from + at]! * normal[at]!;
  const share = (2 * dot) / normalSquared;
  for (let at = 0; at < normal.length; at += 1) {
    values[from + at] = -sign * (values[from + at]! - share * normal[at]!);
  }
}
