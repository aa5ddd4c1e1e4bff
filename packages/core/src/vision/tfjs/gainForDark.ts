import type { FrameGrid } from '../../frame/FrameGrid.js';
import { DARK_MEAN_LUMA, MAX_GAIN, MIN_DARK_STRUCTURE_LUMA, RAISED_LUMA } from './thresholds.js';

/** Parts of the frame along a side, and samples along a part's side. */
const PARTS = 16;
const SAMPLES = 4;

/**
 * By how much a dark frame's light should be raised before the models look at it again, or `null` where the frame is
 * bright enough, or dark and empty (a covered lens: noise, without anything larger than a pixel in it).
 */
export function gainForDark(grid: FrameGrid): number | null {
  const means: number[] = [];
  const side = PARTS * SAMPLES;
  for (let part = 0; part < PARTS * PARTS; part++) {
    let sum = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const column = (part % PARTS) * SAMPLES + (sample % SAMPLES);
      const row = Math.floor(part / PARTS) * SAMPLES + Math.floor(sample / SAMPLES);
      const x = Math.floor(((column + 0.5) / side) * grid.widthPx);
      const y = Math.floor(((row + 0.5) / side) * grid.heightPx);
      const at = grid.origin + x * grid.stepX + y * grid.stepY;
      sum += 0.2126 * grid.data[at]! + 0.7152 * grid.data[at + 1]! + 0.0722 * grid.data[at + 2]!;
    }
    means.push(sum / (SAMPLES * SAMPLES));
  }
  const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
  if (mean >= DARK_MEAN_LUMA) return null;
  const spread = Math.sqrt(means.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / means.length);
  if (spread < MIN_DARK_STRUCTURE_LUMA) return null;
  means.sort((a, b) => a - b);
  const bright = means[Math.floor(means.length * 0.9)]!;
  const gain = RAISED_LUMA / Math.max(1, bright);
  return gain > 1 ? Math.min(MAX_GAIN, gain) : null;
}
