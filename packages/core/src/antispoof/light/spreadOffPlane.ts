/**
 * How far values at places of the picture are from the plane that fits them best: the standard deviation of what is left. A flat
 * sheet, held straight or tilted, is lit by a plane or nearly; a head is not.
 *
 * @param places x, y of each value, at least four of them, not all on a line
 */
export function spreadOffPlane(
  places: readonly (readonly [x: number, y: number])[],
  values: readonly number[],
): number {
  const count = values.length;
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / count;
  const centre = (list: readonly number[]): number[] => list.map((one) => one - mean(list));
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, one, at) => sum + one * b[at]!, 0);
  const x = centre(places.map((place) => place[0]));
  const y = centre(places.map((place) => place[1]));
  const v = centre(values);
  const [xx, xy, yy, xv, yv] = [product(x, x), product(x, y), product(y, y), product(x, v), product(y, v)];
  const determinant = xx * yy - xy * xy;
  const across = determinant > 0 ? (xv * yy - yv * xy) / determinant : 0;
  const down = determinant > 0 ? (yv * xx - xv * xy) / determinant : 0;
  const left = v.map((one, at) => one - across * x[at]! - down * y[at]!);
  return Math.sqrt(product(left, left) / Math.max(1, count - 3));
}
