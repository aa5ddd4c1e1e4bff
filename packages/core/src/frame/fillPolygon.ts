/**
 * Marks the cells of a grid whose centre lies inside a polygon (even-odd rule). Points may lie outside of the grid.
 *
 * @param mask row by row, `columns * rows` long; inside cells get `value`, the others are left as they are
 * @param xs ys the polygon's corners in cells: cell (0, 0) spans 0 to 1, its centre is (0.5, 0.5)
 */
export function fillPolygon(
  mask: Uint8Array,
  columns: number,
  rows: number,
  xs: Float32Array,
  ys: Float32Array,
  value: number,
): void {
  const count = xs.length;
  const crossings = new Float32Array(count);
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < count; i++) {
    const y = ys[i]!;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const firstRow = Math.max(0, Math.floor(top));
  const lastRow = Math.min(rows - 1, Math.floor(bottom));
  for (let row = firstRow; row <= lastRow; row++) {
    const y = row + 0.5;
    let found = 0;
    for (let i = 0, j = count - 1; i < count; j = i++) {
      const yi = ys[i]!;
      const yj = ys[j]!;
      if (yi > y !== yj > y) {
        crossings[found++] = xs[i]! + ((y - yi) / (yj - yi)) * (xs[j]! - xs[i]!);
      }
    }
    const line = crossings.subarray(0, found).sort();
    for (let k = 0; k + 1 < found; k += 2) {
      const from = Math.max(0, Math.ceil(line[k]! - 0.5));
      const to = Math.min(columns - 1, Math.ceil(line[k + 1]! - 0.5) - 1);
      for (let column = from; column <= to; column++) mask[row * columns + column] = value;
    }
  }
}
