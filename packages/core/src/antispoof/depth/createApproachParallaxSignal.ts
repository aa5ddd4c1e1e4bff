import { yawIndex } from '../../geometry/yawIndex.js';
import { likelihoodScore } from '../likelihoodScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';
import { createParallaxFit } from './createParallaxFit.js';

/** Frames are compared while the head looks straight ahead and as high as in the reference: yaw index, and rad. */
const MAX_YAW_INDEX = 0.12;
const MAX_PITCH_CHANGE_RADIANS = 0.2;
/**
 * Less even than this, a face was tilted and not brought near: the cosine of 20 degrees. Farther round, the terms of the fit
 * no longer hold.
 */
const LEAST_EVENNESS = 0.94;
/** Frames closer together, in ms, show nothing new. */
const LEAST_INTERVAL_MS = 45;
/** Readings are gathered by size, in steps of 2 %, from half to double the reference. */
const SIZE_STEP = 0.02;
const SIZE_BINS = 70;
/** More readings of one size say no more: their errors are the same. */
const MOST_IN_BIN = 8;
/** Sizes that have to be seen, and the least way from the smallest to the largest: 40 cm become 37. */
const LEAST_BINS = 4;
const LEAST_GROWTH = 1.08;
/** Focal length over the frame's longer side: 55 to 65 degrees across, as front cameras and webcams have. */
const FOCAL_OVER_SIDE = 0.95;
/** The share has to be known to within this, by its standard error. */
const MOST_ERROR = 0.45;
/** Frames that fit no more to the reference before a new one is taken. */
const STRANGE_FRAMES = 40;

/**
 * Share of a head's parallax: by the geometry 0 for a flat picture and 1 for a head. Measured (2026-11-26): prints and
 * screens that are moved near and far -0.2 to 0.2; people 0.26 (a camera that moves away from 80 cm) to 1.9; synthetic
 * people 0.7 to 0.8.
 */
const LIVE = { mean: 0.7, deviation: 0.4 };
const FLAT = { mean: 0, deviation: 0.15 };

/**
 * Depth from coming nearer. A nose that is 8 cm closer to the camera than the ears grows faster than they do when both come
 * nearer: by 1 / distance for each cm. A flat picture, and a screen that is moved, grows all over alike, however it
 * is tilted. Told: the slope of that growth over the growth in size, as a share of what a head of that size in
 * the picture would show (`share`: 0 flat, 1 a head).
 *
 * Needs no asked-for action: any change of size will do. What defeats it: a video in which the person comes nearer, a mask,
 * a rendered head. A picture bent over a cylinder has some depth, and is less than half way there.
 *
 * Constants: geometry of a head of 9 cm between the eyes' corners and a lens of 60 degrees; the two ends of the score lie
 * between the two groups named above.
 */
export function createApproachParallaxSignal(): SpoofSignal {
  const fit = createParallaxFit();
  const counts = new Uint8Array(SIZE_BINS);
  const growths = new Float64Array(SIZE_BINS);
  const nearnesses = new Float64Array(SIZE_BINS);
  let referencePitch: number | null = null;
  let expected = 0;
  let lastMs = -Infinity;
  let strange = 0;
  let frames = 0;

  const clear = (): void => {
    counts.fill(0);
    growths.fill(0);
    nearnesses.fill(0);
    referencePitch = null;
    strange = 0;
  };

  return {
    name: 'approach-parallax',
    family: 'depth',
    push({ face, timestampMs, frameWidthPx, frameHeightPx }): void {
      if (face === null) return;
      frames += 1;
      if (timestampMs - lastMs < LEAST_INTERVAL_MS) return;
      const { landmarks, pose } = face;
      if (Math.abs(yawIndex(landmarks)) > MAX_YAW_INDEX) return;
      lastMs = timestampMs;
      if (referencePitch === null) {
        fit.setReference(landmarks);
        referencePitch = pose.pitchRadians;
        // 1 / distance of a head of this size in the picture, per cm.
        expected = fit.pxPerCm / (FOCAL_OVER_SIDE * Math.max(frameWidthPx, frameHeightPx));
        return;
      }
      if (Math.abs(pose.pitchRadians - referencePitch) > MAX_PITCH_CHANGE_RADIANS) {
        strange += 1;
        if (strange >= STRANGE_FRAMES && binsSeen(counts) < LEAST_BINS) clear();
        return;
      }
      strange = 0;
      const reading = fit.compare(landmarks);
      if (reading === null || reading.evenness < LEAST_EVENNESS) return;
      const bin = Math.floor(Math.log(reading.scale) / SIZE_STEP) + SIZE_BINS / 2;
      if (!(bin >= 0 && bin < SIZE_BINS) || counts[bin]! >= MOST_IN_BIN) return;
      counts[bin] = counts[bin]! + 1;
      growths[bin] = growths[bin]! + reading.scale - 1;
      nearnesses[bin] = nearnesses[bin]! + reading.nearness;
    },
    read(): SignalMeasurement {
      if (frames === 0) return { kind: 'unavailable', reason: 'no-face' };
      const line = lineThrough(counts, growths, nearnesses);
      if (line === null) return { kind: 'unavailable', reason: 'no-approach' };
      const share = line.slope / expected;
      const error = line.error / expected;
      if (!(error <= MOST_ERROR)) return { kind: 'unavailable', reason: 'too-uncertain' };
      return {
        kind: 'measured',
        score: likelihoodScore(share, { live: LIVE, fake: FLAT, error }),
        measures: { share, error, growth: line.growth },
      };
    },
    reset(): void {
      clear();
      lastMs = -Infinity;
      frames = 0;
    },
  };
}

const binsSeen = (counts: Uint8Array): number => counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);

/** Weighted least-squares line through the means of the bins; `null` where they span too little. */
function lineThrough(
  counts: Uint8Array,
  sumsX: Float64Array,
  sumsY: Float64Array,
): { slope: number; error: number; growth: number } | null {
  let n = 0;
  let bins = 0;
  let x = 0;
  let y = 0;
  let least = Infinity;
  let most = -Infinity;
  counts.forEach((count, bin) => {
    if (count === 0) return;
    bins += 1;
    n += count;
    x += sumsX[bin]!;
    y += sumsY[bin]!;
    // One stray reading is no change of size.
    if (count < 2) return;
    least = Math.min(least, sumsX[bin]! / count);
    most = Math.max(most, sumsX[bin]! / count);
  });
  const growth = (1 + most) / (1 + least);
  if (bins < LEAST_BINS || !(growth >= LEAST_GROWTH)) return null;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const dx = sumsX[bin]! / count - x / n;
    const dy = sumsY[bin]! / count - y / n;
    xx += count * dx * dx;
    xy += count * dx * dy;
    yy += count * dy * dy;
  });
  const slope = xy / xx;
  // Readings of one bin share their error, so that the bins are counted, not the readings.
  const perBin = n / bins;
  const residual = Math.max(0, yy - slope * xy) / perBin / (bins - 2);
  return { slope, error: Math.sqrt(residual / (xx / perBin)), growth };
}
