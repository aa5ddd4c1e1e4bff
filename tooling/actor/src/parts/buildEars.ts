import { buildGrid } from '../geometry/buildGrid.js';
import { createSurface } from '../geometry/createSurface.js';
import type { Surface } from '../geometry/Surface.js';
import { shade } from '../paint/colours.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Persona } from '../personas/Persona.js';
import { bell, smoothstep } from '../random/numbers.js';

/** Two ears: an oval shell with a raised rim, a hollow and a lobe, standing off at the back. */
export function buildEars(persona: Persona): Surface[] {
  return [-1, 1].map((side) => {
    const grid = buildGrid(24, 8, (u, v) => {
      const angle = u * 2 * Math.PI * side;
      const radius = 1 - v;
      const up = Math.cos(angle);
      const back = Math.sin(angle) * side;
      const halfWidth = up < -0.3 ? 1.05 + up * 0.25 : 1.05 + up * 0.3;
      const backwards = back * halfWidth * radius;
      const rim = 0.34 * bell(radius - 0.86, 0.11) * smoothstep(-0.95, -0.4, up);
      const inner = 0.2 * bell(radius - 0.5, 0.12) * smoothstep(-0.6, 0.3, back);
      const edge = -0.5 * smoothstep(0.94, 1, radius);
      const out = 0.28 + (backwards + 1.1) * 0.42 + rim + inner + edge - 0.3 * bell(radius, 0.3);
      return [
        side * (7.3 * persona.shape.width + out),
        0.4 + up * 2.95 * radius,
        -3.5 - backwards - up * 0.35 * radius,
      ];
    });
    const openness = Float32Array.from({ length: 25 * 9 }, (_, p) => {
      const radius = 1 - Math.floor(p / 25) / 8;
      return 0.5 + 0.5 * smoothstep(0.1, 0.8, radius) - 0.22 * bell(radius - 0.68, 0.08);
    });
    const canvas = new TextureCanvas(32, 32, shade(persona.skin, 1.02, 0.9, 0.88));
    canvas.grain(persona.seed + 71, 8, 0.05);
    return createSurface({
      name: 'ear',
      ...grid,
      texture: canvas.finish(),
      openness,
      twoSided: true,
      wrap: 0.45,
    });
  });
}
