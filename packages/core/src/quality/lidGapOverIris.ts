interface EyePoints {
  /** Pairs of upper and lower lid points. */
  readonly lids: readonly (readonly [upper: number, lower: number])[];
  /** Left, top, right and bottom of the iris, from 4 points around its centre. */
  readonly iris: readonly [number, number, number, number];
}

const EYES: readonly EyePoints[] = [
  {
    lids: [
      [160, 144],
      [159, 145],
      [158, 153],
    ],
    iris: [469, 470, 471, 472],
  },
  {
    lids: [
      [385, 380],
      [386, 374],
      [387, 373],
    ],
    iris: [474, 475, 476, 477],
  },
];

/**
 * Gap between the lids over the iris's diameter, the mean of both eyes. About 0.8 with open eyes, under 0.2 with closed.
 *
 * @param landmarks 478 points x y z, in px
 * @returns `null` without all of the points
 */
export function lidGapOverIris(landmarks: Float32Array): number | null {
  let sum = 0;
  for (const eye of EYES) {
    let gap = 0;
    for (const [upper, lower] of eye.lids) gap += distance(landmarks, upper, lower);
    gap /= eye.lids.length;
    const [left, top, right, bottom] = eye.iris;
    // The wider of the two: a lid that covers the iris makes it look lower, never wider.
    const iris = Math.max(distance(landmarks, left, right), distance(landmarks, top, bottom));
    const ratio = gap / iris;
    if (!Number.isFinite(ratio)) return null;
    sum += ratio;
  }
  return sum / EYES.length;
}

function distance(landmarks: Float32Array, a: number, b: number): number {
  const dx = landmarks[a * 3]! - landmarks[b * 3]!;
  const dy = landmarks[a * 3 + 1]! - landmarks[b * 3 + 1]!;
  return Math.sqrt(dx * dx + dy * dy);
}
