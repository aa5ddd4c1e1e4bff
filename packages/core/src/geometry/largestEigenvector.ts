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
  const a = matrix.slice();
  const vectors: number[] = new Array<number>(size * size).fill(0);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  const at = (row: number, column: number): number => a[row * size + column] ?? 0;
  let norm = 0;
  for (const entry of a) norm += entry * entry;
  const zero = Math.sqrt(norm) * RELATIVE_ZERO;

  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let rotated = false;
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const apq = at(p, q);
        if (Math.abs(apq) <= zero) continue;
        rotated = true;
        const theta = (at(q, q) - at(p, p)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(a, size, p, q, c, t * c);
        for (let k = 0; k < size; k += 1) mixColumns(vectors, size, k, p, q, c, t * c);
      }
    }
    if (!rotated) break;
  }

  let largest = 0;
  for (let i = 1; i < size; i += 1) if (at(i, i) > at(largest, largest)) largest = i;
  const result: number[] = [];
  for (let row = 0; row < size; row += 1) result.push(vectors[row * size + largest] ?? 0);
  return result;
}

function rotate(a: number[], size: number, p: number, q: number, c: number, s: number): void {
  for (let row = 0; row < size; row += 1) mixColumns(a, size, row, p, q, c, s);
  for (let column = 0; column < size; column += 1) {
    const upper = a[p * size + column] ?? 0;
    const lower = a[q * size + column] ?? 0;
    a[p * size + column] = c * upper - s * lower;
    a[q * size + column] = s * upper + c * lower;
  }
}

function mixColumns(
  m: number[],
  size: number,
  row: number,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  const left = m[row * size + p] ?? 0;
  const right = m[row * size + q] ?? 0;
  m[row * size + p] = c * left - s * right;
  m[row * size + q] = s * left + c * right;
}
