/**
 * Solves `matrix * x = right` for one or more right sides by Gaussian elimination with row pivots. Both arrays are used up:
 * `right` holds the answers afterwards.
 *
 * @param matrix size x size, row after row
 * @param right size x columns, row after row
 * @returns `false` where the matrix is singular, to within rounding
 */
export function solveLinear(
  matrix: Float64Array,
  right: Float64Array,
  { size, columns = 1 }: { readonly size: number; readonly columns?: number },
): boolean {
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row * size + column]!) > Math.abs(matrix[pivot * size + column]!)) pivot = row;
    }
    const most = matrix[pivot * size + column]!;
    if (!(Math.abs(most) > 1e-12)) return false;
    if (pivot !== column) {
      swapRows(matrix, pivot, column, size);
      swapRows(right, pivot, column, columns);
    }
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = matrix[row * size + column]! / most;
      if (factor === 0) continue;
      for (let at = column; at < size; at++) {
        matrix[row * size + at] = matrix[row * size + at]! - factor * matrix[column * size + at]!;
      }
      for (let at = 0; at < columns; at++) {
        right[row * columns + at] = right[row * columns + at]! - factor * right[column * columns + at]!;
      }
    }
  }
  for (let row = 0; row < size; row++) {
    for (let at = 0; at < columns; at++) {
      right[row * columns + at] = right[row * columns + at]! / matrix[row * size + row]!;
    }
  }
  return true;
}

function swapRows(values: Float64Array, a: number, b: number, width: number): void {
  for (let at = 0; at < width; at++) {
    const kept = values[a * width + at]!;
    values[a * width + at] = values[b * width + at]!;
    values[b * width + at] = kept;
  }
}
