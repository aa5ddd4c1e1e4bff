import { buildGrid } from '../geometry/buildGrid.js';
import { createSurface } from '../geometry/createSurface.js';
import { JAW_DROP_CM } from '../geometry/faceMorphs.js';
import type { Surface, Texture } from '../geometry/Surface.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Persona } from '../personas/Persona.js';
import { at } from '../random/numbers.js';
import type { FaceShape } from './buildFace.js';

/** What shows between open lips: a dark cavity, two rows of teeth and a tongue. */
export function buildMouth(face: FaceShape, persona: Persona): Surface[] {
  const lipY = at(face.positions, 13 * 3 + 1);
  const lipZ = at(face.positions, 13 * 3 + 2);
  const row = (top: number, bottom: number, halfWidth: number, depth: number) =>
    buildGrid(12, 2, (u, v) => {
      const x = (u - 0.5) * 2 * halfWidth;
      return [x, lipY + top + (bottom - top) * v, lipZ - depth - x * x * 0.3];
    });
  const cavity = buildGrid(1, 1, (u, v) => [
    (u - 0.5) * 4.6 * (1 - 0.5 * v),
    lipY + 0.9 - v * 4.6,
    lipZ - 2.6,
  ]);
  const tongue = buildGrid(8, 6, (u, v) => {
    const x = (u - 0.5) * 3;
    return [x, lipY - 1.15 - v * 1.1 - x * x * 0.08, lipZ - 2.3 + v * 1.2];
  });
  const teeth = paintTeeth(persona);
  const flat = (red: number, green: number, blue: number): Texture =>
    new TextureCanvas(2, 2, [red, green, blue]).finish();
  return [
    createSurface({
      name: 'cavity',
      ...cavity,
      texture: flat(30, 9, 10),
      openness: new Float32Array(4).fill(0.3),
    }),
    createSurface({
      name: 'upper-teeth',
      ...row(0.35, -0.52, 2.1, 0.55),
      texture: teeth,
      gloss: 0.05,
      wrap: 0.4,
      openness: new Float32Array(39).fill(0.75),
    }),
    withJaw(
      createSurface({
        name: 'lower-teeth',
        ...row(-0.45, -1.1, 1.9, 0.8),
        texture: teeth,
        wrap: 0.4,
        openness: new Float32Array(39).fill(0.55),
      }),
      0.78,
    ),
    withJaw(
      createSurface({
        name: 'tongue',
        ...tongue,
        texture: flat(172, 84, 86),
        wrap: 0.4,
        gloss: 0.05,
        openness: new Float32Array(63).fill(0.5),
      }),
      0.78,
    ),
  ];
}

function withJaw(surface: Surface, share: number): Surface {
  const mouthOpen = new Float32Array(surface.rest.length);
  for (let o = 1; o < mouthOpen.length; o += 3) {
    mouthOpen[o] = -JAW_DROP_CM * share;
    mouthOpen[o + 1] = -0.5 * share;
  }
  return { ...surface, morphs: { mouthOpen } };
}

function paintTeeth({ age, seed }: Persona): Texture {
  const canvas = new TextureCanvas(128, 16, [232 - age * 22, 224 - age * 30, 208 - age * 44]);
  canvas.grain(seed + 61, 10, 0.04);
  for (let tooth = 0; tooth <= 12; tooth++) {
    const x = 64 + Math.sign(tooth - 6) * Math.pow(Math.abs(tooth - 6) / 6, 0.85) * 64;
    canvas.stroke(
      [
        [x, 0],
        [x, 16],
      ],
      0.8,
      [120, 90, 80],
      0.4,
    );
  }
  return canvas.finish();
}
