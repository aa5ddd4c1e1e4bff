import { abs, floor, max, pow } from '../random/maths.js';
import { buildGrid, weldColumns } from '../geometry/buildGrid.js';
import { createSurface } from '../geometry/createSurface.js';
import type { Surface, Texture } from '../geometry/Surface.js';
import { shade } from '../paint/colours.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Collar, Colour, Persona } from '../personas/Persona.js';
import { at, bell, readTable, smoothstep } from '../random/numbers.js';

/** Height, half width, half depth, middle (z) and how far it goes with the head, from the neck's top down. All in cm. */
const PROFILE = [
  [-2, 4.3, 4.9, -4.9, 1],
  [-7, 4.35, 4.9, -4.9, 0.8],
  [-10, 4.5, 5, -5, 0.45],
  [-12.5, 5, 5.2, -5.3, 0.2],
  [-14.3, 6.8, 5.6, -5.6, 0.06],
  [-15.8, 10.2, 6.2, -5.9, 0],
  [-17.2, 14.6, 6.9, -6.1, 0],
  [-18.8, 17.8, 7.6, -6.2, 0],
  [-21.5, 19.8, 8.6, -6.2, 0],
  [-27, 20.6, 9.6, -6, 0],
  [-50, 20.6, 10.5, -6, 0],
] as const;

/** Ends of the profile, in cm, and how much closer rows lie at the neck. */
const TOP_Y = -2;
const BOTTOM_Y = -50;
const ROW_CROWDING = 1.7;
const TEXTURE_PX = 512;
const COLUMNS = 32;
const ROWS = 24;
/** Least height that a collar's cloth reaches to, by the share round from the back (0) over the front (0.5), in cm. */
const NECKLINES = {
  round: [
    [0, -13.2],
    [0.25, -14.6],
    [0.38, -16],
    [0.5, -17.6],
  ],
  'v-neck': [
    [0, -13.2],
    [0.25, -14.4],
    [0.36, -16],
    [0.5, -22],
  ],
  shirt: [
    [0, -11.4],
    [0.25, -12.6],
    [0.4, -13.8],
    [0.5, -16.5],
  ],
  high: [
    [0, -8.5],
    [0.25, -9.6],
    [0.5, -10.6],
  ],
} as const;

/** Neck and shoulders with clothing painted on, and a collar that stands off the skin. */
export function buildBody(persona: Persona): Surface[] {
  const body = loft(0);
  return [
    createSurface({
      name: 'body',
      ...body.grid,
      triangles: bareSkin(body.grid, persona),
      normalTriangles: body.grid.triangles,
      headWeights: body.headWeights,
      weld: weldColumns(COLUMNS, ROWS),
      texture: paintBody(persona, false),
      openness: shadows(body.grid.rest),
      wrap: 0.3,
    }),
    createSurface({
      name: 'clothing',
      ...loft(persona.clothing.collar === 'round' ? 0.22 : 0.4).grid,
      headWeights: body.headWeights.map((weight) => weight * 0.6),
      weld: weldColumns(COLUMNS, ROWS),
      texture: paintBody(persona, true),
      openness: shadows(body.grid.rest),
      blended: true,
      wrap: 0.2,
    }),
  ];
}

/** The profile swept round: a squarer oval lower down. `offsetCm` stands off the skin. */
export function loft(offsetCm: number): { grid: ReturnType<typeof buildGrid>; headWeights: Float32Array } {
  const column = (index: 1 | 2 | 3 | 4, y: number): number =>
    readTable(
      PROFILE.map((row) => [-row[0], row[index]] as const),
      -y,
    );
  const grid = buildGrid(COLUMNS, ROWS, (u, v) => {
    const y = heightAt(v);
    const angle = u * 2 * Math.PI;
    const power = 2 / (2 + 0.9 * smoothstep(-14, -20, y));
    const round = (share: number): number => Math.sign(share) * pow(abs(share), power);
    const x = -round(Math.sin(angle)) * (column(1, y) + offsetCm);
    const z = column(3, y) - round(Math.cos(angle)) * (column(2, y) + offsetCm);
    // The shoulders slope down towards their ends.
    return [x, y - 0.0035 * x * x * smoothstep(-14, -18, y), z];
  });
  const headWeights = Float32Array.from({ length: (COLUMNS + 1) * (ROWS + 1) }, (_, p) =>
    column(4, heightAt(floor(p / (COLUMNS + 1)) / ROWS)),
  );
  return { grid, headWeights };
}

/** How far under its edge the cloth still shows skin when the neck moves, in cm. */
const HEM_CM = 2;

/** Without the triangles that cloth always covers. */
function bareSkin({ triangles, uvs }: ReturnType<typeof buildGrid>, { clothing }: Persona): Uint16Array {
  const covered = (point: number): boolean =>
    heightAt(at(uvs, point * 2 + 1)) < necklineAt(clothing.collar, at(uvs, point * 2)) - HEM_CM;
  const kept: number[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [at(triangles, t), at(triangles, t + 1), at(triangles, t + 2)];
    if (!corners.every(covered)) kept.push(...corners);
  }
  return Uint16Array.from(kept);
}

const heightAt = (v: number): number => TOP_Y + (BOTTOM_Y - TOP_Y) * pow(v, ROW_CROWDING);

const necklineAt = (collar: Collar, u: number): number => readTable(NECKLINES[collar], u < 0.5 ? u : 1 - u);

/** The head keeps light from the neck. */
function shadows(rest: Float32Array): Float32Array {
  return Float32Array.from({ length: rest.length / 3 }, (_, p) => {
    const y = at(rest, p * 3 + 1);
    const z = at(rest, p * 3 + 2);
    return (
      0.34 +
      0.66 *
        max(smoothstep(-8.5, -16, y) * (0.55 + 0.45 * smoothstep(-15, -22, y)), smoothstep(-2, -8, z) * 0.6)
    );
  });
}

function paintBody(persona: Persona, cloth: boolean): Texture {
  const { colour, collar } = persona.clothing;
  const base: Colour = cloth ? colour : persona.skin;
  const canvas = new TextureCanvas(TEXTURE_PX, TEXTURE_PX, base);
  canvas.grain(persona.seed + 81, 24, cloth ? 0.05 : 0.04);
  canvas.grain(persona.seed + 82, 120, cloth ? 0.06 : 0.03);
  const edge = (u: number): number => necklineAt(collar, u);
  if (!cloth) {
    for (const u of [0.42, 0.58])
      canvas.stroke(
        [
          [u * TEXTURE_PX, 120],
          [(u < 0.5 ? 0.48 : 0.52) * TEXTURE_PX, 240],
        ],
        5,
        shade(persona.skin, 0.84, 0.78, 0.76),
        0.2,
      );
    return canvas.finish();
  }
  for (let y = 0; y < TEXTURE_PX; y++) {
    for (let x = 0; x < TEXTURE_PX; x++) {
      const below = edge((x + 0.5) / TEXTURE_PX) - heightAt((y + 0.5) / TEXTURE_PX);
      canvas.dab(x, y, shade(colour, 0.72), 0.8 * bell(below - 1.15, 0.16) + 0.5 * bell(below, 0.2));
      if (collar === 'shirt')
        canvas.dab(x, y, shade(colour, 0.6), below > 0 && abs(x - TEXTURE_PX / 2) < 3 ? 0.5 : 0);
    }
  }
  canvas.cover((u, v) => smoothstep(-0.1, 0.1, edge(u) - heightAt(v)));
  return canvas.finish();
}
