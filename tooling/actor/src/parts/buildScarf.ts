import { buildGrid, weldColumns } from '../geometry/buildGrid.js';
import { createCaster } from '../geometry/createCaster.js';
import { createSurface } from '../geometry/createSurface.js';
import { SKULL_CENTRE as C } from '../geometry/headFrame.js';
import type { Surface, Texture } from '../geometry/Surface.js';
import { shade } from '../paint/colours.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Colour, Persona } from '../personas/Persona.js';
import { mix, smoothstep } from '../random/numbers.js';
import { loft } from './buildBody.js';

const COLUMNS = 48;
const ROWS = 28;
const DEGREE = Math.PI / 180;

/** A scarf round head and neck; the face is left free. */
export function buildScarf(colour: Colour, skin: Surface, persona: Persona): Surface[] {
  const reach = createCaster(skin.rest, skin.normalTriangles ?? skin.triangles, C);
  const hood = buildGrid(COLUMNS, ROWS, (u, v) => {
    const azimuth = (u - 0.5) * 360 * DEGREE;
    const elevation = mix(90, -70, v) * DEGREE;
    const flat = Math.cos(elevation);
    const direction = [Math.sin(azimuth) * flat, Math.sin(elevation), Math.cos(azimuth) * flat] as const;
    const radius = reach(direction);
    const ears =
      smoothstep(60, 90, Math.abs(u - 0.5) * 360) * smoothstep(30, 0, Math.abs(mix(90, -70, v))) * 1.1;
    const thick = 0.55 + ears + 0.5 * smoothstep(0.55, 1, v);
    return [
      C.x + direction[0] * (radius + thick),
      C.y + direction[1] * (radius + thick),
      C.z + direction[2] * (radius + thick),
    ];
  });
  const neck = loft(1.1);
  return [
    createSurface({
      name: 'scarf-neck',
      ...neck.grid,
      headWeights: neck.headWeights,
      weld: weldColumns(32, 24),
      texture: paintFolds(colour, persona.seed, (_, v) => smoothstep(0.66, 0.6, v)),
      blended: true,
      wrap: 0.25,
    }),
    createSurface({
      name: 'scarf',
      ...hood,
      weld: weldColumns(COLUMNS, ROWS),
      texture: paintFolds(colour, persona.seed + 1, faceOpening),
      blended: true,
      wrap: 0.25,
    }),
  ];
}

/** The oval that the face looks out of, in azimuth and elevation. */
function faceOpening(u: number, v: number): number {
  const azimuth = (u - 0.5) * 360;
  const elevation = mix(90, -70, v);
  const distance = Math.hypot(azimuth / 56, (elevation + 8) / 47);
  return Math.abs(azimuth) < 90 ? smoothstep(0.97, 1.02, distance) : 1;
}

function paintFolds(colour: Colour, seed: number, cover: (u: number, v: number) => number): Texture {
  const canvas = new TextureCanvas(256, 128, colour);
  canvas.grain(seed + 131, 30, 0.14, 5);
  canvas.grain(seed + 132, 200, 0.05, 90);
  for (let n = 0; n < 6; n++) {
    canvas.stroke(
      [
        [0, 20 * n + 12],
        [128, 20 * n + 4],
        [255, 20 * n + 12],
      ],
      2,
      shade(colour, 0.72),
      0.16,
    );
  }
  canvas.cover(cover);
  return canvas.finish();
}
