import type { TexturePlanes } from './planesOf.js';

/** What a face's light and colour say, px by px. Shares are of the skin's median luma. */
export interface SkinMeasures {
  /** Median luma of bare skin, 0 to 255. */
  readonly skinLuma: number;
  /** Correlation, over bare skin, of how red a px is with how light it is, in [-1, 1]. */
  readonly shading: number;
  /** Distance of the skin's mean colour from grey, a share. */
  readonly saturation: number;
  /** Standard deviation of the red difference over bare skin, a share. */
  readonly colourSpread: number;
  /** ln of the face's lightest percentile over its darkest. */
  readonly range: number;
  /** Distance of the skin's lightest percentile from its lightest tenth, a share: how bright its highlights are. */
  readonly highlight: number;
  /** Steepest percentile of the slope of luma in the face, over its range of luma, 1/px: how sharp its edges are. */
  readonly edge: number;
}

/** Fewest px of skin that are measured. */
const FEWEST_SKIN_PX = 400;

/** Luma under which a skin has no colour that could be told from noise. */
const DARKEST_SKIN = 8;

/** @returns `null` where too little skin is in the picture, or it is black */
export function skinMeasures(planes: TexturePlanes): SkinMeasures | null {
  const { luma, blue, red, skin, face, widthPx, heightPx } = planes;
  const skinLevels = levelsOf(luma, skin);
  const faceLevels = levelsOf(luma, face);
  if (skinLevels.count < FEWEST_SKIN_PX || faceLevels.count < FEWEST_SKIN_PX) return null;
  const skinLuma = skinLevels.quantile(0.5);
  if (skinLuma < DARKEST_SKIN) return null;

  let [sumY, sumB, sumR, sumYY, sumRR, sumYR] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < skin.length; at++) {
    if (skin[at] === 0) continue;
    const [y, r] = [luma[at]!, red[at]!];
    sumY += y;
    sumB += blue[at]!;
    sumR += r;
    sumYY += y * y;
    sumRR += r * r;
    sumYR += y * r;
  }
  const count = skinLevels.count;
  const [meanB, meanR] = [sumB / count, sumR / count];
  const varianceY = Math.max(0, sumYY / count - (sumY / count) ** 2);
  const varianceR = Math.max(0, sumRR / count - meanR ** 2);
  const shared = sumYR / count - (sumY / count) * meanR;
  const deviations = Math.sqrt(varianceY * varianceR);

  const slopes = new Uint32Array(SLOPE_BINS);
  let slopeCount = 0;
  for (let row = 1; row < heightPx - 1; row++) {
    for (let column = 1; column < widthPx - 1; column++) {
      const at = row * widthPx + column;
      if (face[at] === 0) continue;
      const dx = luma[at + 1]! - luma[at - 1]!;
      const dy = luma[at + widthPx]! - luma[at - widthPx]!;
      const bin = Math.min(SLOPE_BINS - 1, Math.floor(0.5 * Math.sqrt(dx * dx + dy * dy) * BINS_A_LEVEL));
      slopes[bin]!++;
      slopeCount++;
    }
  }
  const [darkest, lightest] = [faceLevels.quantile(0.01), faceLevels.quantile(0.99)];
  return {
    skinLuma,
    shading: deviations === 0 ? 0 : shared / deviations,
    saturation: Math.sqrt(meanB ** 2 + meanR ** 2) / skinLuma,
    colourSpread: Math.sqrt(varianceR) / skinLuma,
    range: Math.log(Math.max(1, lightest) / Math.max(1, darkest)),
    highlight: (skinLevels.quantile(0.99) - skinLevels.quantile(0.9)) / skinLuma,
    edge: quantileOf(slopes, slopeCount, 0.99) / BINS_A_LEVEL / Math.max(1, lightest - darkest),
  };
}

/** Bins a grey level for quantiles: a quarter of a level is finer than any 8-bit picture. */
const BINS_A_LEVEL = 4;

const LUMA_BINS = 256 * BINS_A_LEVEL;

/** Steepest slope possible: from black to white within one px each way. */
const SLOPE_BINS = 181 * BINS_A_LEVEL;

function levelsOf(
  luma: Float32Array,
  mask: Uint8Array,
): { count: number; quantile: (share: number) => number } {
  const bins = new Uint32Array(LUMA_BINS);
  let count = 0;
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue;
    bins[Math.min(LUMA_BINS - 1, Math.floor(luma[at]! * BINS_A_LEVEL))]!++;
    count++;
  }
  return { count, quantile: (share) => quantileOf(bins, count, share) / BINS_A_LEVEL };
}

/** In bins. */
function quantileOf(bins: Uint32Array, count: number, share: number): number {
  const place = share * count;
  let before = 0;
  for (let bin = 0; bin < bins.length; bin++) {
    const here = bins[bin]!;
    if (here > 0 && before + here >= place) return bin + (place - before) / here;
    before += here;
  }
  return bins.length;
}
