/** Names of the eight parts of a face that are watched. Left and right are the person's own. */
export const FACE_REGION_NAMES = [
  'forehead',
  'leftCheek',
  'rightCheek',
  'nose',
  'upperLip',
  'chin',
  'leftEyeSide',
  'rightEyeSide',
] as const;

/** One of {@link FACE_REGION_NAMES}. */
export type FaceRegionName = (typeof FACE_REGION_NAMES)[number];

/**
 * Corners of each part, as landmark numbers of the canonical face mesh, in order around it. They keep clear of brows,
 * lids, nostrils and lips, whose own colours and movement would drown what the skin says.
 */
export const FACE_REGIONS: Readonly<Record<FaceRegionName, readonly number[]>> = {
  forehead: [107, 66, 69, 108, 151, 337, 299, 296, 336, 9],
  leftCheek: [347, 348, 329, 266, 425, 411, 352, 346],
  rightCheek: [118, 119, 100, 36, 205, 187, 123, 117],
  nose: [5, 281, 363, 440, 1, 220, 134, 51],
  upperLip: [98, 97, 2, 326, 327, 391, 269, 267, 0, 37, 39, 165],
  chin: [182, 83, 18, 313, 406, 418, 262, 369, 396, 175, 171, 140, 32, 194],
  leftEyeSide: [446, 261, 340, 345, 447, 368, 383, 353],
  rightEyeSide: [226, 31, 111, 116, 227, 139, 156, 124],
};

/** Skin that neither a mask nor a beard covers: what the rest of the face is compared with. Between and above the brows. */
export const BARE_SKIN_REGIONS: readonly (readonly number[])[] = [
  FACE_REGIONS.forehead,
  [107, 9, 336, 285, 417, 168, 193, 55],
];

/** What a mask or an object before the mouth covers: nose tip, upper lip, chin, the cheeks beside the mouth. No lips. */
export const LOWER_FACE_REGIONS: readonly (readonly number[])[] = [
  [5, 281, 279, 331, 294, 327, 2, 98, 64, 102, 49, 51],
  FACE_REGIONS.upperLip,
  FACE_REGIONS.chin,
  [187, 205, 206, 216, 212, 214, 192, 213, 147],
  [411, 425, 426, 436, 432, 434, 416, 433, 376],
];

/** Each eye with its lids, from under the brow to the pouch: what a dark lens covers. */
export const EYE_AREA_REGIONS: readonly (readonly number[])[] = [
  [226, 247, 30, 29, 27, 28, 56, 190, 243, 112, 26, 22, 23, 24, 110, 25],
  [446, 467, 260, 259, 257, 258, 286, 414, 463, 341, 256, 252, 253, 254, 339, 255],
];
