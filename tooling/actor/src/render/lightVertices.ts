import { abs, hypot, max, pow, sqrt } from '../random/maths.js';
import type { Surface } from '../geometry/Surface.js';
import { SCREEN_REFERENCE_CM, SCREEN_STRENGTH, type Lighting } from './Lighting.js';
import type { Vertices } from './Vertices.js';

/** How sharp the shine is. */
const SHINE_POWER = 14;

/**
 * Light that reaches each point: ambient by openness, key light by the angle (softened where light goes under the skin),
 * and the screen by angle and the square of its distance.
 *
 * @param distanceCm from the camera (and the screen) to the head's origin
 */
export function lightVertices(
  surface: Surface,
  lighting: Lighting,
  distanceCm: number,
  vertices: Vertices,
): void {
  const { positions, normals, light } = vertices;
  const { key, ambient, keyDirection } = lighting;
  const length = hypot(...keyDirection) || 1;
  const kx = keyDirection[0] / length;
  const ky = keyDirection[1] / length;
  const kz = keyDirection[2] / length;
  // Half-way between the key light and the eye.
  const half = hypot(kx, ky, kz + 1) || 1;
  const screenRed = pow(lighting.screen[0], 2.2) * SCREEN_STRENGTH;
  const screenGreen = pow(lighting.screen[1], 2.2) * SCREEN_STRENGTH;
  const screenBlue = pow(lighting.screen[2], 2.2) * SCREEN_STRENGTH;
  const { openness, wrap, gloss, twoSided } = surface;
  for (let p = 0, o = 0, l = 0; o < positions.length; p++, o += 3, l += 4) {
    let nx = normals[o] as number;
    let ny = normals[o + 1] as number;
    let nz = normals[o + 2] as number;
    const toX = -(positions[o] as number);
    const toY = -(positions[o + 1] as number);
    const toZ = distanceCm - (positions[o + 2] as number);
    const square = toX * toX + toY * toY + toZ * toZ;
    let facing = (nx * toX + ny * toY + nz * toZ) / sqrt(square);
    if (twoSided && facing < 0) {
      nx = -nx;
      ny = -ny;
      nz = -nz;
      facing = -facing;
    }
    const open = openness ? (openness[p] as number) : 1;
    const angle = nx * kx + ny * ky + nz * kz;
    const direct = max(0, (angle + wrap) / (1 + wrap)) * (open < 1 ? open : 1);
    // Light that has gone under the skin comes out redder, most of all where it grazes.
    const bleed = wrap > 0.3 ? 0.1 * max(0, 1 - abs(angle) * 2.5) : 0;
    const sky = open * (0.78 + 0.22 * ny);
    const near = facing > 0 ? (facing * SCREEN_REFERENCE_CM * SCREEN_REFERENCE_CM * open) / square : 0;
    light[l] = ambient[0] * sky + key[0] * (direct + bleed) + screenRed * near;
    light[l + 1] = ambient[1] * sky + key[1] * direct + screenGreen * near;
    light[l + 2] = ambient[2] * sky + key[2] * direct + screenBlue * near;
    const shine = gloss > 0 ? (nx * kx + ny * ky + nz * (kz + 1)) / half : 0;
    light[l + 3] = shine > 0 ? gloss * pow(shine, SHINE_POWER) * key[0] * open : 0;
  }
}
