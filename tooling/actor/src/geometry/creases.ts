import { at, clamp } from '../random/numbers.js';

/**
 * Share of ambient light that reaches each point: less in hollows (mean curvature), smoothed twice.
 *
 * @param strength how much a hollow loses, for each unit of height over edge length
 */
export function creases(
  rest: Float32Array,
  normals: Float32Array,
  triangles: Uint16Array,
  strength = 1.6,
): Float32Array {
  const neighbours: Set<number>[] = Array.from({ length: rest.length / 3 }, () => new Set<number>());
  for (let t = 0; t < triangles.length; t += 3) {
    for (let corner = 0; corner < 3; corner++) {
      const from = at(triangles, t + corner);
      neighbours[from]?.add(at(triangles, t + ((corner + 1) % 3))).add(at(triangles, t + ((corner + 2) % 3)));
    }
  }
  let open = Float32Array.from(neighbours, (near, point) => {
    let hollow = 0;
    for (const other of near) {
      const dx = at(rest, other * 3) - at(rest, point * 3);
      const dy = at(rest, other * 3 + 1) - at(rest, point * 3 + 1);
      const dz = at(rest, other * 3 + 2) - at(rest, point * 3 + 2);
      const up =
        dx * at(normals, point * 3) + dy * at(normals, point * 3 + 1) + dz * at(normals, point * 3 + 2);
      hollow += up / (Math.hypot(dx, dy, dz) || 1);
    }
    return clamp(1 - (strength * hollow) / Math.max(1, near.size), 0.35, 1.15);
  });
  for (let round = 0; round < 2; round++) {
    open = open.map((value, point) => {
      let sum = 0;
      for (const other of neighbours[point] ?? []) sum += at(open, other);
      const count = neighbours[point]?.size ?? 0;
      return count === 0 ? value : (value + sum / count) / 2;
    });
  }
  return open;
}
