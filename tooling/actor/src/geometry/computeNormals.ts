import { sqrt } from '../random/maths.js';
import { at } from '../random/numbers.js';

/**
 * Unit normals of every point, weighted by area, into `normals`. Points welded to another share its normal.
 */
export function computeNormals(
  positions: Float32Array,
  triangles: Uint16Array,
  weld: Uint16Array | null,
  normals: Float32Array,
): void {
  normals.fill(0);
  for (let t = 0; t < triangles.length; t += 3) {
    const a = at(triangles, t) * 3;
    const b = at(triangles, t + 1) * 3;
    const c = at(triangles, t + 2) * 3;
    const ax = positions[a] as number;
    const ay = positions[a + 1] as number;
    const az = positions[a + 2] as number;
    const ux = (positions[b] as number) - ax;
    const uy = (positions[b + 1] as number) - ay;
    const uz = (positions[b + 2] as number) - az;
    const vx = (positions[c] as number) - ax;
    const vy = (positions[c + 1] as number) - ay;
    const vz = (positions[c + 2] as number) - az;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    for (let corner = 0; corner < 3; corner++) {
      const point = at(triangles, t + corner);
      const o = (weld ? at(weld, point) : point) * 3;
      normals[o] = (normals[o] as number) + nx;
      normals[o + 1] = (normals[o + 1] as number) + ny;
      normals[o + 2] = (normals[o + 2] as number) + nz;
    }
  }
  for (let p = 0; p < positions.length / 3; p++) {
    const from = (weld ? at(weld, p) : p) * 3;
    const nx = normals[from] as number;
    const ny = normals[from + 1] as number;
    const nz = normals[from + 2] as number;
    const scale = 1 / (sqrt(nx * nx + ny * ny + nz * nz) || 1);
    normals[p * 3] = nx * scale;
    normals[p * 3 + 1] = ny * scale;
    normals[p * 3 + 2] = nz * scale;
  }
}
