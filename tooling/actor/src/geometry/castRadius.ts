import { at } from '../random/numbers.js';

/**
 * How far the head reaches from `centre` along a unit direction, in cm: the farthest triangle hit; 0 where none is.
 */
export function castRadius(
  positions: Float32Array,
  triangles: Uint16Array,
  centre: { x: number; y: number; z: number },
  direction: readonly [number, number, number],
): number {
  const [dx, dy, dz] = direction;
  let farthest = 0;
  for (let t = 0; t < triangles.length; t += 3) {
    const a = at(triangles, t) * 3;
    const b = at(triangles, t + 1) * 3;
    const c = at(triangles, t + 2) * 3;
    const ax = at(positions, a) - centre.x;
    const ay = at(positions, a + 1) - centre.y;
    const az = at(positions, a + 2) - centre.z;
    if (ax * dx + ay * dy + az * dz <= 0) continue;
    const ux = at(positions, b) - centre.x - ax;
    const uy = at(positions, b + 1) - centre.y - ay;
    const uz = at(positions, b + 2) - centre.z - az;
    const vx = at(positions, c) - centre.x - ax;
    const vy = at(positions, c + 1) - centre.y - ay;
    const vz = at(positions, c + 2) - centre.z - az;
    const px = dy * vz - dz * vy;
    const py = dz * vx - dx * vz;
    const pz = dx * vy - dy * vx;
    const determinant = ux * px + uy * py + uz * pz;
    if (Math.abs(determinant) < 1e-9) continue;
    const first = -(ax * px + ay * py + az * pz) / determinant;
    if (first < -0.01 || first > 1.01) continue;
    const qx = -(ay * uz - az * uy);
    const qy = -(az * ux - ax * uz);
    const qz = -(ax * uy - ay * ux);
    const second = (dx * qx + dy * qy + dz * qz) / determinant;
    if (second < -0.01 || first + second > 1.01) continue;
    farthest = Math.max(farthest, (vx * qx + vy * qy + vz * qz) / determinant);
  }
  return farthest;
}
