const MAX_SWEEPS = 30;
/** Share of the matrix's own size under which an entry off the diagonal counts as zero: double precision. */
const RELATIVE_ZERO = 1e-14;

/**
 * Eigenvector (unit length) of the largest eigenvalue of a symmetric matrix, by cyclic Jacobi rotations.
 *
 * ref: G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed., section 8.5 (Jacobi methods).
 *
 * @param matrix symmetric, `size` x `size`, row by row
 * @example largestEigenvector([2, 0, 0, 1], 2) // [1, 0]
 */
export function largestEigenvector(matrix: readonly number[], size: number): number[] {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  let norm = 0;
  for (let at = 0; at < a.length; at += 1) norm += a[at]! * a[at]!;
  const zero = Math.sqrt(norm) * RELATIVE_ZERO;

  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let rotated = false;
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const apq = a[p * size + q]!;
        if (Math.abs(apq) <= zero) continue;
        rotated = true;
        const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        mix(a, size, size, 1, p, q, c, t * c);
        mix(a, size, 1, size, p, q, c, t * c);
        mix(vectors, size, size, 1, p, q, c, t * c);
      }
    }
    if (!rotated) break;
  }

  let largest = 0;
  for (let i = 1; i < size; i += 1) if (a[i * size + i]! > a[largest * size + largest]!) largest = i;
  const result: number[] = [];
  for (let row = 0; row < size; row += 1) result.push(vectors[row * size + largest]!);
  return result;
}

/** Mixes columns p and q (`along` steps from row to row, `across` from column to column), or rows with the two swapped. */
function mix(
  m: Float64Array,
  size: number,
  along: number,
  across: number,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < size; k += 1) {
    const first = k * along + p * across;
    const second = k * along + q * across;
    const left = m[first]!;
    const right = m[second]!;
    m[first] = c * left - s * right;
    m[second] = s * left + c * right;
  }
}
