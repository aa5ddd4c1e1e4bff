import { abs, floor, min } from '../random/maths.js';
import { buildGrid, weldColumns } from '../geometry/buildGrid.js';
import { createCaster } from '../geometry/createCaster.js';
import { createSurface } from '../geometry/createSurface.js';
import { SKULL_CENTRE as C } from '../geometry/headFrame.js';
import type { Surface } from '../geometry/Surface.js';
import { paintHair } from '../paint/paintHair.js';
import type { Persona } from '../personas/Persona.js';
import { createRandom } from '../random/createRandom.js';
import { at, bell, mix, readTable, smoothstep } from '../random/numbers.js';
import { HAIR_CUTS, type HairCut } from './hairStyles.js';

const COLUMNS = 60;
const ROWS = 26;
const LOWEST_ELEVATION = -62;
const DEGREE = Math.PI / 180;

/** A cap of hair grown from the head, and what hangs or is tied from it. */
export function buildHair(persona: Persona, skin: Surface): Surface[] {
  const { style } = persona.hair;
  if (style === 'bald') return [];
  const cut = HAIR_CUTS[style];
  const lump = lumps(persona.seed, cut);
  const reach = createCaster(skin.rest, skin.normalTriangles ?? skin.triangles, C);
  const cap = buildGrid(COLUMNS, ROWS, (u, v) => {
    const azimuth = (u - 0.5) * 360;
    const elevation = mix(90, LOWEST_ELEVATION, v);
    const flat = Math.cos(elevation * DEGREE);
    const direction = [
      Math.sin(azimuth * DEGREE) * flat,
      Math.sin(elevation * DEGREE),
      Math.cos(azimuth * DEGREE) * flat,
    ] as const;
    const base = reach(direction);
    const grown = smoothstep(-1, 9, elevation - edgeAt(cut, azimuth));
    const thick = (readTable(cut.thickness, elevation) + lump(u, v)) * mix(0.1, 1, grown);
    const radius = base + thick;
    return [C.x + direction[0] * radius, C.y + direction[1] * radius, C.z + direction[2] * radius];
  });
  const texture = paintHair(persona, (u, v, random) => {
    const above = mix(90, LOWEST_ELEVATION, v) - edgeAt(cut, (u - 0.5) * 360);
    return smoothstep(-2.2, 2.2, above + (random - 0.5) * 2 * cut.ragged);
  });
  const hair: Surface[] = [
    createSurface({
      name: 'hair',
      ...cap,
      weld: weldColumns(COLUMNS, ROWS),
      texture,
      blended: true,
      gloss: 0.12,
      wrap: 0.3,
      openness: shadeLow(cap.rest),
    }),
  ];
  if (cut.curtain) hair.push(hang(persona, cut.curtain));
  if (cut.knot) hair.push(tie(persona));
  return hair;
}

/** Where hair begins at an azimuth in degrees (-180 to 180), in degrees of elevation. */
function edgeAt(cut: HairCut, azimuth: number): number {
  return (
    readTable(cut.edge, abs(azimuth)) -
    cut.parting * bell(azimuth - 28, 22) +
    cut.parting * 0.6 * bell(azimuth + 22, 14)
  );
}

function lumps(seed: number, cut: HairCut): (u: number, v: number) => number {
  const [amplitude, cells] = cut.lumps;
  const random = createRandom(seed + 91);
  const grid = Float32Array.from({ length: cells * cells }, () => random.next());
  return (u, v) =>
    amplitude *
    (at(grid, (floor(u * cells) % cells) * cells + floor(v * (cells - 1))) - 0.3) *
    smoothstep(0, 0.12, v);
}

function shadeLow(rest: Float32Array): Float32Array {
  return Float32Array.from({ length: rest.length / 3 }, (_, p) =>
    mix(0.45, 1, smoothstep(-8, 8, at(rest, p * 3 + 1))),
  );
}

function hang(persona: Persona, { bottomY, fromAzimuth }: NonNullable<HairCut['curtain']>): Surface {
  const width = persona.shape.width;
  const sheet = buildGrid(40, 14, (u, v) => {
    const azimuth = mix(fromAzimuth, 360 - fromAzimuth, u) * DEGREE;
    const wave = 0.25 * Math.sin(u * 46) * v;
    const swell = mix(1, 1.12, Math.sin(Math.PI * min(1, v * 1.2)));
    const y = mix(3.5, bottomY + 1.5 * abs(Math.sin(azimuth / 2)), v);
    return [
      C.x + Math.sin(azimuth) * (8.7 * width * swell + wave),
      y,
      C.z - 0.8 + Math.cos(azimuth) * (8.8 * swell + wave) - v * 1.2,
    ];
  });
  const weights = Float32Array.from({ length: sheet.rest.length / 3 }, (_, p) =>
    smoothstep(-20, -4, at(sheet.rest, p * 3 + 1)),
  );
  const texture = paintHair(persona, (_, v, random) => smoothstep(1.02, 0.9, v + (random - 0.5) * 0.16));
  return createSurface({
    name: 'hanging-hair',
    ...sheet,
    headWeights: weights,
    texture,
    twoSided: true,
    blended: true,
    gloss: 0.1,
    wrap: 0.3,
    openness: shadeLow(sheet.rest),
  });
}

function tie(persona: Persona): Surface {
  const knot = buildGrid(16, 10, (u, v) => {
    const [a, b] = [u * 2 * Math.PI, v * Math.PI];
    return [
      3.4 * Math.sin(b) * Math.sin(a),
      13.6 + 2.7 * Math.cos(b),
      -5.5 + 3.2 * Math.sin(b) * Math.cos(a),
    ];
  });
  return createSurface({
    name: 'bun',
    ...knot,
    weld: weldColumns(16, 10),
    texture: paintHair(persona, () => 1),
    gloss: 0.12,
    wrap: 0.3,
    twoSided: true,
  });
}
