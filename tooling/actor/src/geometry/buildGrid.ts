/** Points, texture coordinates and triangles of a sheet. */
export interface Grid {
  readonly rest: Float32Array;
  readonly uvs: Float32Array;
  readonly triangles: Uint16Array;
}

/**
 * A sheet of `columns` x `rows` cells; `place(u, v)` gives the point (cm) of each knot, u and v in [0, 1]. Counter-clockwise
 * as seen from where u runs to the right and v runs down.
 */
export function buildGrid(
  columns: number,
  rows: number,
  place: (u: number, v: number) => readonly [number, number, number],
): Grid {
  const count = (columns + 1) * (rows + 1);
  const rest = new Float32Array(count * 3);
  const uvs = new Float32Array(count * 2);
  for (let row = 0, point = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++, point++) {
      const u = column / columns;
      const v = row / rows;
      rest.set(place(u, v), point * 3);
      uvs.set([u, v], point * 2);
    }
  }
  const triangles = new Uint16Array(columns * rows * 6);
  for (let row = 0, o = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, o += 6) {
      const a = row * (columns + 1) + column;
      const b = a + columns + 1;
      triangles.set([a, b, a + 1, a + 1, b, b + 1], o);
    }
  }
  return { rest, uvs, triangles };
}

/** For a sheet closed into a tube: the last column is welded to the first. */
export function weldColumns(columns: number, rows: number): Uint16Array {
  const weld = new Uint16Array((columns + 1) * (rows + 1));
  for (let point = 0; point < weld.length; point++) {
    weld[point] = point % (columns + 1) === columns ? point - columns : point;
  }
  return weld;
}
