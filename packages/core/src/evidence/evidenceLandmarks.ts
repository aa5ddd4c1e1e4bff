import { FACE_OUTLINE } from '../frame/faceOutline.js';

const LIDS_AND_CORNERS = [33, 133, 144, 145, 153, 158, 159, 160, 263, 362, 373, 374, 380, 385, 386, 387];
const IRISES = [468, 469, 470, 471, 472, 473, 474, 475, 476, 477];
const MOUTH = [0, 13, 14, 17, 61, 78, 81, 82, 87, 178, 291, 308, 311, 312, 317, 402];
const NOSE_AND_BROWS = [1, 2, 4, 5, 6, 168, 195, 197, 98, 327, 9, 105, 107, 334, 336];
/** Points that the bones carry: what head pose, face signature and depth from motion are measured on. */
const RIGID = [
  117, 119, 121, 129, 143, 147, 198, 205, 346, 348, 350, 358, 372, 376, 420, 425, 50, 280, 101, 330, 118, 347,
  8, 151, 122, 351, 196, 419, 3, 248, 48, 278, 64, 294, 49, 279, 136, 365, 123, 352,
];

function sortedUnion(...lists: readonly (readonly number[])[]): readonly number[] {
  const all = new Set<number>();
  for (const list of lists) for (const landmark of list) all.add(landmark);
  return Array.from(all).sort((a, b) => a - b);
}

/**
 * Landmarks that a trace carries, in rising order: all that the engine's measures read, and no more. A test blanks the
 * others and asserts that every measure stays as it was.
 */
export const EVIDENCE_LANDMARKS: readonly number[] = sortedUnion(
  FACE_OUTLINE,
  LIDS_AND_CORNERS,
  IRISES,
  MOUTH,
  NOSE_AND_BROWS,
  RIGID,
);
