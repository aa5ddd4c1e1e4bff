import { buildGrid } from '../geometry/buildGrid.js';
import { createSurface } from '../geometry/createSurface.js';
import { EYES } from '../geometry/faceRegions.js';
import type { Surface } from '../geometry/Surface.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Persona } from '../personas/Persona.js';
import { at } from '../random/numbers.js';
import type { FaceShape } from './buildFace.js';

type Point = readonly [x: number, y: number, z: number];

/** Distance of the lenses before the eyes, in cm. */
const LENS_GAP_CM = 1.2;

/** Spectacles: two rims, a bridge, two arms, and lenses with a faint reflection. */
export function buildGlasses(face: FaceShape, persona: Persona): Surface[] {
  const { glasses } = persona;
  if (!glasses) return [];
  const metal = new TextureCanvas(4, 4, glasses.colour).finish();
  const thin = glasses.shape === 'rimless' ? 0.05 : glasses.shape === 'round' ? 0.1 : 0.11;
  const [halfWidth, halfHeight, power] = glasses.shape === 'round' ? [2.35, 2.1, 1] : [2.6, 2.2, 0.65];
  const bar = (name: string, radius: number, path: (u: number) => Point): Surface =>
    createSurface({
      name,
      ...tube(path, radius, name === 'rim' ? 36 : 10),
      texture: metal,
      gloss: 0.3,
      wrap: 0.1,
      twoSided: true,
    });
  const out: Surface[] = [];
  const middles = EYES.map(
    ({ outer, inner }): Point => [
      (at(face.positions, outer * 3) + at(face.positions, inner * 3)) / 2,
      (at(face.positions, outer * 3 + 1) + at(face.positions, inner * 3 + 1)) / 2 - 0.25,
      at(face.positions, inner * 3 + 2) + LENS_GAP_CM,
    ],
  );
  for (const [x, y, z] of middles) {
    const side = Math.sign(x);
    const round = (share: number): number => Math.sign(share) * Math.pow(Math.abs(share), power);
    const rim = (u: number, scale: number): Point => {
      const rx = round(Math.cos(u * 2 * Math.PI)) * halfWidth * scale;
      // The frame curves back towards the temples.
      return [
        x + side * 0.1 + rx,
        y + round(Math.sin(u * 2 * Math.PI)) * halfHeight * scale,
        z - 0.16 * Math.max(0, side * rx + 1),
      ];
    };
    out.push(bar('rim', thin, (u) => rim(u, 1)));
    const edgeX = x + side * (halfWidth + 0.1);
    out.push(
      bar('arm', thin, (u) => [
        edgeX + side * Math.min(1, u * 2.5) * (7.7 * persona.shape.width - Math.abs(edgeX)),
        y + 0.7 - u * 0.2,
        z - 0.6 - u * 8.6,
      ]),
    );
    const lens = buildGrid(24, 4, (u, v) => {
      const [lx, ly, lz] = rim(1 - u, 1 - v * 0.999);
      return [lx, ly, lz + 0.02];
    });
    out.push(
      createSurface({ name: 'lens', ...lens, texture: paintLens(), blended: true, twoSided: true, gloss: 0 }),
    );
  }
  const [right, left] = middles;
  if (right && left) {
    const from = right[0] + halfWidth - 0.1;
    const to = left[0] - halfWidth + 0.1;
    out.push(
      bar('bridge', thin, (u) => [
        from + (to - from) * u,
        right[1] + 0.45 + 0.35 * Math.sin(Math.PI * u),
        right[2] + 0.12,
      ]),
    );
  }
  // Lenses last: they are blended over what is behind them.
  return [...out.filter(({ name }) => name !== 'lens'), ...out.filter(({ name }) => name === 'lens')];
}

function tube(path: (u: number) => Point, radius: number, columns: number): ReturnType<typeof buildGrid> {
  return buildGrid(columns, 6, (u, v) => {
    const [x, y, z] = path(u);
    const [ax, ay, az] = path(Math.min(1, u + 0.01));
    const [bx, by, bz] = path(Math.max(0, u - 0.01));
    const direction = [ax - bx, ay - by, az - bz];
    const length = Math.hypot(...direction) || 1;
    const [dx = 0, dy = 0, dz = 0] = direction.map((part) => part / length);
    // Two directions square to the path: one from the axis it follows least, one from both.
    const level = Math.hypot(dx, dy) || 1;
    const p: Point = level > 0.2 ? [-dy / level, dx / level, 0] : [1, 0, 0];
    const q: Point = [dy * p[2] - dz * p[1], dz * p[0] - dx * p[2], dx * p[1] - dy * p[0]];
    const [c, s] = [Math.cos(v * 2 * Math.PI) * radius, Math.sin(v * 2 * Math.PI) * radius];
    return [x + p[0] * c + q[0] * s, y + p[1] * c + q[1] * s, z + p[2] * c + q[2] * s];
  });
}

function paintLens(): ReturnType<TextureCanvas['finish']> {
  const canvas = new TextureCanvas(48, 16, [225, 238, 245]);
  canvas.cover((u, v) => 0.03 + (u > 0.56 && u < 0.66 && v < 0.4 ? 0.1 : 0));
  return canvas.finish();
}
