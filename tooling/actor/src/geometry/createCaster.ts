import { abs, hypot, max, min } from '../random/maths.js';
import { at } from '../random/numbers.js';

/** How far the head reaches from its middle along a unit direction, in cm: the farthest triangle hit; 0 where none is. */
export type Caster = (direction: readonly [number, number, number]) => number;

/** Numbers kept of each triangle: direction to it and the cosine of its extent, corner, two sides. */
const STRIDE = 13;

/** Prepares a mesh for many casts from one place. */
export function createCaster(
  positions: Float32Array,
  triangles: Uint16Array,
  centre: { x: number; y: number; z: number },
): Caster {
  const kept = new Float32Array((triangles.length / 3) * STRIDE);
  for (let t = 0, k = 0; t < triangles.length; t += 3, k += STRIDE) {
    const corners = [0, 1, 2].map((corner) => {
      const o = at(triangles, t + corner) * 3;
      return [
        at(positions, o) - centre.x,
        at(positions, o + 1) - centre.y,
        at(positions, o + 2) - centre.z,
      ] as const;
    });
    const [a, b, c] = corners as [
      readonly [number, number, number],
      readonly [number, number, number],
      readonly [number, number, number],
    ];
    const middle = [0, 1, 2].map((axis) => at(a, axis) + at(b, axis) + at(c, axis));
    const length = hypot(...middle) || 1;
    const extent = min(
      ...corners.map(
        (corner) =>
          (corner[0] * at(middle, 0) + corner[1] * at(middle, 1) + corner[2] * at(middle, 2)) /
          length /
          (hypot(...corner) || 1),
      ),
    );
    kept.set(
      [
        ...middle.map((part) => part / length),
        extent - 0.001,
        ...a,
        b[0] - a[0],
        b[1] - a[1],
        b[2] - a[2],
        c[0] - a[0],
        c[1] - a[1],
        c[2] - a[2],
      ],
      k,
    );
  }
  return (direction) => cast(kept, direction);
}

/** ref: T. Moeller, B. Trumbore, Fast, minimum storage ray/triangle intersection, JGT 1997; a little tolerance at edges. */
function cast(kept: Float32Array, [dx, dy, dz]: readonly [number, number, number]): number {
  let farthest = 0;
  for (let k = 0; k < kept.length; k += STRIDE) {
    const towards = dx * (kept[k] as number) + dy * (kept[k + 1] as number) + dz * (kept[k + 2] as number);
    if (towards < (kept[k + 3] as number)) continue;
    const ax = kept[k + 4] as number;
    const ay = kept[k + 5] as number;
    const az = kept[k + 6] as number;
    const ux = kept[k + 7] as number;
    const uy = kept[k + 8] as number;
    const uz = kept[k + 9] as number;
    const vx = kept[k + 10] as number;
    const vy = kept[k + 11] as number;
    const vz = kept[k + 12] as number;
    const px = dy * vz - dz * vy;
    const py = dz * vx - dx * vz;
    const pz = dx * vy - dy * vx;
    const determinant = ux * px + uy * py + uz * pz;
    if (abs(determinant) < 1e-9) continue;
    const first = -(ax * px + ay * py + az * pz) / determinant;
    if (first < -0.01 || first > 1.01) continue;
    const qx = az * uy - ay * uz;
    const qy = ax * uz - az * ux;
    const qz = ay * ux - ax * uy;
    const second = (dx * qx + dy * qy + dz * qz) / determinant;
    if (second < -0.01 || first + second > 1.01) continue;
    farthest = max(farthest, (vx * qx + vy * qy + vz * qz) / determinant);
  }
  return farthest;
}
