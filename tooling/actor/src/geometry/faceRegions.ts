/** Point numbers of the canonical face, by what they lie on. Right and left are the person's own. */
export const FACE_REGIONS = {
  /** Outline from the forehead over the person's right side to the chin and back up. */
  outline: [
    10, 109, 67, 103, 54, 21, 162, 127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378,
    379, 365, 397, 288, 361, 323, 454, 356, 389, 251, 284, 332, 297, 338,
  ],
  lipsOuter: [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185],
  lipsInner: [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191],
  /** All that stays with the upper jaw when the mouth opens. */
  upperLip: [
    61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 76, 184, 74, 73, 72, 11, 302, 303, 304, 408, 306, 62,
    183, 42, 41, 38, 12, 268, 271, 272, 407, 292, 78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308,
  ],
  lowerLip: [
    146, 91, 181, 84, 17, 314, 405, 321, 375, 77, 90, 180, 85, 16, 315, 404, 320, 307, 96, 89, 179, 86, 15,
    316, 403, 319, 325, 95, 88, 178, 87, 14, 317, 402, 318, 324,
  ],
  mouthCorners: [
    [61, 76, 62, 78],
    [291, 306, 292, 308],
  ],
} as const;

/** One eye: rows of points from the outer to the inner corner. */
export interface EyeRegion {
  readonly outer: number;
  readonly inner: number;
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** Rows of points above the upper lid: its fold, and the skin under the brow. */
  readonly fold: readonly number[];
  readonly underBrow: readonly number[];
  readonly browTop: readonly number[];
  readonly browBottom: readonly number[];
  readonly bag: readonly number[];
}

/** The person's right eye, then the left. */
export const EYES: readonly [EyeRegion, EyeRegion] = [
  {
    outer: 33,
    inner: 133,
    upper: [246, 161, 160, 159, 158, 157, 173],
    lower: [7, 163, 144, 145, 153, 154, 155],
    fold: [247, 30, 29, 27, 28, 56, 190],
    underBrow: [113, 225, 224, 223, 222, 221, 189],
    browTop: [70, 63, 105, 66, 107],
    browBottom: [46, 53, 52, 65, 55],
    bag: [110, 24, 23, 22, 26],
  },
  {
    outer: 263,
    inner: 362,
    upper: [466, 388, 387, 386, 385, 384, 398],
    lower: [249, 390, 373, 374, 380, 381, 382],
    fold: [467, 260, 259, 257, 258, 286, 414],
    underBrow: [342, 445, 444, 443, 442, 441, 413],
    browTop: [300, 293, 334, 296, 336],
    browBottom: [276, 283, 282, 295, 285],
    bag: [339, 254, 253, 252, 256],
  },
];
