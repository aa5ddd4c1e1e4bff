import { BARE_SKIN_REGIONS, EYE_AREA_REGIONS, LOWER_FACE_REGIONS } from './faceRegions.js';
import type { FacePatch } from './FacePatch.js';

/** Added to each channel (0 to 255) before a ratio, so that dark pixels' noise does not decide their colour. */
const CHANNEL_FLOOR = 8;

/**
 * Redness ln(R/G) of the bare skin under which there is no colour to compare (black-and-white picture, sodium light).
 * Real skin in the fixtures' stills: 0.08 to 0.85; masks: -0.7 to 0.08 (2026-11-23).
 */
const MIN_SKIN_REDNESS = 0.06;

/** A cell is unlike skin under this share of the bare skin's redness, and never above the cap: skin is seldom under 0.1. */
const UNLIKE_REDNESS_SHARE = 0.5;
const MAX_UNLIKE_REDNESS = 0.12;

/**
 * Luma (0 to 255) that the bare skin needs before darkness tells a lens: in a dark picture the eyes of a bare face sink to
 * black as well.
 */
const MIN_LENS_SKIN_LUMA = 0.25 * 255;

/** A cell of the eye area is a dark lens under this share of the bare skin's luma. */
const DARK_LENS_LUMA_SHARE = 0.35;

/** ... or a coloured lens when ln(B/G) or ln(R/G) is this far from the bare skin's. */
const COLOURED_LENS_DISTANCE = 0.35;

/** Fewest cells a region needs: under it the region is turned away or out of the picture. */
const MIN_CELLS = 24;

/** How much of a face's parts is not skin, in [0, 1]; `null` where it can't be told. */
export interface CoverShares {
  readonly lowerFace: number | null;
  readonly eyeArea: number | null;
}

/**
 * Compares the lower face and the eyes with the skin between and above the brows. It sees colours, so masks (white,
 * blue, black) and dark or mirrored lenses; it does not see what is skin-coloured, like a hand, nor a clear lens.
 */
export function coverShares(patch: FacePatch): CoverShares {
  const { red, green, blue, luma, inside } = patch;
  const marks = new Uint8Array(luma.length);
  for (const region of LOWER_FACE_REGIONS) patch.mark(marks, region, LOWER);
  for (const region of EYE_AREA_REGIONS) patch.mark(marks, region, EYES);
  for (const region of BARE_SKIN_REGIONS) patch.mark(marks, region, BARE);
  let r = 0;
  let g = 0;
  let b = 0;
  let bare = 0;
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] !== BARE || inside[i] === 0) continue;
    r += red[i]!;
    g += green[i]!;
    b += blue[i]!;
    bare++;
  }
  if (bare < MIN_CELLS) return { lowerFace: null, eyeArea: null };
  const skinRedness = logRatio(r / bare, g / bare);
  const skinBlueness = logRatio(b / bare, g / bare);
  const skinLuma = (0.2126 * r + 0.7152 * g + 0.0722 * b) / bare;
  const lensLuma = DARK_LENS_LUMA_SHARE * skinLuma;
  const unlikeRedness = Math.min(MAX_UNLIKE_REDNESS, UNLIKE_REDNESS_SHARE * skinRedness);
  let lower = 0;
  let lowerUnlike = 0;
  let eyes = 0;
  let eyesUnlike = 0;
  for (let i = 0; i < marks.length; i++) {
    if (inside[i] === 0) continue;
    if (marks[i] === LOWER) {
      lower++;
      if (logRatio(red[i]!, green[i]!) < unlikeRedness) lowerUnlike++;
    } else if (marks[i] === EYES) {
      eyes++;
      const redness = logRatio(red[i]!, green[i]!) - skinRedness;
      const blueness = logRatio(blue[i]!, green[i]!) - skinBlueness;
      if (
        luma[i]! < lensLuma ||
        Math.sqrt(redness * redness + blueness * blueness) > COLOURED_LENS_DISTANCE
      ) {
        eyesUnlike++;
      }
    }
  }
  const coloured = skinRedness >= MIN_SKIN_REDNESS;
  return {
    lowerFace: coloured && lower >= MIN_CELLS ? lowerUnlike / lower : null,
    eyeArea: eyes >= MIN_CELLS && skinLuma >= MIN_LENS_SKIN_LUMA ? eyesUnlike / eyes : null,
  };
}

const LOWER = 1;
const EYES = 2;
const BARE = 3;

function logRatio(channel: number, green: number): number {
  return Math.log((channel + CHANNEL_FLOOR) / (green + CHANNEL_FLOOR));
}
