import type { FacePatch } from './FacePatch.js';

/** Fewest places the measure is taken at: under it too little of the face is in the picture. */
const MIN_PLACES = 300;

/**
 * How sharp a face is, no unit: the energy of curvature across one cell over that across four cells, along rows and along
 * columns; the smaller of the two, since movement blurs one direction only. Each is taken over a strip three cells wide,
 * which averages camera noise away and leaves lids, lips and brows. Larger is sharper.
 *
 * @returns `null` where too little of the face is inside of the frame
 */
export function faceSharpness(patch: FacePatch): number | null {
  const along = directional(patch, 1, patch.columns);
  const across = directional(patch, patch.columns, 1);
  return along === null || across === null ? null : Math.min(along, across);
}

function directional(patch: FacePatch, step: number, side: number): number | null {
  const { columns, rows, luma, inside } = patch;
  let fine = 0;
  let coarse = 0;
  let places = 0;
  for (let row = 3; row < rows - 3; row++) {
    for (let column = 3; column < columns - 3; column++) {
      const at = row * columns + column;
      if (
        inside[at - 3 * step] === 0 ||
        inside[at + 3 * step] === 0 ||
        inside[at - side] === 0 ||
        inside[at + side] === 0
      ) {
        continue;
      }
      const a = strip(luma, at - 3 * step, side);
      const b = strip(luma, at - 2 * step, side);
      const c = strip(luma, at - step, side);
      const d = strip(luma, at, side);
      const e = strip(luma, at + step, side);
      const f = strip(luma, at + 2 * step, side);
      const g = strip(luma, at + 3 * step, side);
      const narrow = c - 2 * d + e;
      const wide = (a + b + f + g) / 2 - ((c + d + e) * 2) / 3;
      fine += narrow * narrow;
      coarse += wide * wide;
      places++;
    }
  }
  return places < MIN_PLACES || coarse === 0 ? null : fine / coarse;
}

function strip(luma: Float32Array, at: number, side: number): number {
  return luma[at - side]! + luma[at]! + luma[at + side]!;
}
