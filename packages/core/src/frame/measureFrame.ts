import type { FaceObservation } from '../vision/FaceObservation.js';
import { coverShares } from './coverShares.js';
import type { OutlineBox } from './faceOutline.js';
import { facePatch } from './FacePatch.js';
import { faceSharpness } from './faceSharpness.js';
import type { Frame } from './Frame.js';
import { frameGrid, type FrameGrid } from './FrameGrid.js';
import type { FrameStatistics } from './FrameStatistics.js';

/** Points along each side at which the whole frame is read: 64 x 64 give its mean to well under a grey level. */
const FRAME_POINTS_PER_SIDE = 64;

/** The face's box is scaled by this before what lies outside counts as background: hair and ears are not background. */
const BACKGROUND_BOX_SCALE = 1.3;

/** Share of the frame's points that have to lie outside, or there is no background to speak of. */
const MIN_BACKGROUND_SHARE = 0.05;

/** Luma (0 to 255) above which a pixel is nearly white, under which it is nearly black: 0.97 and 0.06 of full scale. */
const CLIPPED_LUMA = 0.97 * 255;
const DARK_LUMA = 0.06 * 255;

/** Fewest face cells inside of the frame (of about 4,500) that a face is judged by: a tenth. */
const MIN_FACE_CELLS = 450;

/**
 * Measures a frame once, for all quality gates. Reads a few thousand pixels in place, whatever the frame's size, turn or
 * mirroring; call {@link assertFrame} on frames of unknown origin first.
 *
 * @param observation the followed face in this frame, or `null` without one; one without landmarks counts as none
 * @example const statistics = measureFrame(frame, faces[0] ?? null);
 */
export function measureFrame(frame: Frame, observation: FaceObservation | null): FrameStatistics {
  const grid = frameGrid(frame);
  const patch =
    observation === null || observation.landmarks.length === 0
      ? null
      : facePatch(grid, observation.landmarks);
  const whole = measureWhole(grid, patch === null ? null : patch.box);
  let count = 0;
  let sum = 0;
  let clipped = 0;
  let dark = 0;
  if (patch !== null) {
    const { luma, inside } = patch;
    for (let i = 0; i < luma.length; i++) {
      if (inside[i] === 0) continue;
      const value = luma[i]!;
      count++;
      sum += value;
      if (value > CLIPPED_LUMA) clipped++;
      else if (value < DARK_LUMA) dark++;
    }
  }
  if (patch === null || count < MIN_FACE_CELLS) {
    return {
      frameMeanLuma: whole.mean,
      frameLumaDeviation: whole.deviation,
      faceMeanLuma: null,
      faceClippedShare: null,
      faceDarkShare: null,
      backgroundMeanLuma: null,
      faceSharpness: null,
      lowerFaceUnlikeSkinShare: null,
      eyeAreaUnlikeSkinShare: null,
    };
  }
  const cover = coverShares(patch);
  return {
    frameMeanLuma: whole.mean,
    frameLumaDeviation: whole.deviation,
    faceMeanLuma: sum / count / 255,
    faceClippedShare: clipped / count,
    faceDarkShare: dark / count,
    backgroundMeanLuma: whole.backgroundMean,
    faceSharpness: faceSharpness(patch),
    lowerFaceUnlikeSkinShare: cover.lowerFace,
    eyeAreaUnlikeSkinShare: cover.eyeArea,
  };
}

function measureWhole(
  grid: FrameGrid,
  box: OutlineBox | null,
): { mean: number; deviation: number; backgroundMean: number | null } {
  const { data, origin, stepX, stepY, widthPx, heightPx } = grid;
  const columns = Math.min(FRAME_POINTS_PER_SIDE, widthPx);
  const rows = Math.min(FRAME_POINTS_PER_SIDE, heightPx);
  const margin = (BACKGROUND_BOX_SCALE - 1) / 2;
  const left = box === null ? 0 : box.leftPx - margin * box.widthPx;
  const right = box === null ? 0 : box.leftPx + (1 + margin) * box.widthPx;
  const top = box === null ? 0 : box.topPx - margin * box.heightPx;
  const bottom = box === null ? 0 : box.topPx + (1 + margin) * box.heightPx;
  let sum = 0;
  let squares = 0;
  let outside = 0;
  let outsideSum = 0;
  for (let row = 0; row < rows; row++) {
    const y = Math.floor(((row + 0.5) * heightPx) / rows);
    const inRows = y >= top && y < bottom;
    for (let column = 0; column < columns; column++) {
      const x = Math.floor(((column + 0.5) * widthPx) / columns);
      const at = origin + y * stepY + x * stepX;
      const luma = 0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!;
      sum += luma;
      squares += luma * luma;
      if (!inRows || x < left || x >= right) {
        outside++;
        outsideSum += luma;
      }
    }
  }
  const count = rows * columns;
  const mean = sum / count;
  const variance = Math.max(0, squares / count - mean * mean);
  return {
    mean: mean / 255,
    deviation: Math.sqrt(variance) / 255,
    backgroundMean: outside >= count * MIN_BACKGROUND_SHARE ? outsideSum / outside / 255 : null,
  };
}
