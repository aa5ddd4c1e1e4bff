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

/** Blocks along each side over which points are averaged, so that a dark camera's noise is no picture. */
const BLOCKS_PER_SIDE = 16;
const POINTS_PER_BLOCK_SIDE = FRAME_POINTS_PER_SIDE / BLOCKS_PER_SIDE;

/** The face's box is scaled by this before what lies outside counts as background: hair and ears are not background. */
const BACKGROUND_BOX_SCALE = 1.3;

/** Share of the frame's points that have to lie outside, or there is no background to speak of. */
const MIN_BACKGROUND_SHARE = 0.05;

/** Luma (0 to 255) above which a pixel is nearly white, under which it is nearly black: 0.97 and 0.06 of full scale. */
const CLIPPED_LUMA = 0.97 * 255;
const DARK_LUMA = 0.06 * 255;

/** Fewest face cells inside of the frame (of about 2,200) that a face is judged by: a tenth. */
const MIN_FACE_CELLS = 220;

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
      frameLumaDetail: whole.detail,
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
    frameLumaDetail: whole.detail,
    faceMeanLuma: sum / count / 255,
    faceClippedShare: clipped / count,
    faceDarkShare: dark / count,
    backgroundMeanLuma: whole.backgroundMean,
    faceSharpness: faceSharpness(patch),
    lowerFaceUnlikeSkinShare: cover.lowerFace,
    eyeAreaUnlikeSkinShare: cover.eyeArea,
  };
}

interface WholeFrame {
  readonly mean: number;
  readonly deviation: number;
  readonly detail: number;
  readonly backgroundMean: number | null;
}

function measureWhole(grid: FrameGrid, box: OutlineBox | null): WholeFrame {
  const { data, origin, stepX, stepY, widthPx, heightPx } = grid;
  const margin = (BACKGROUND_BOX_SCALE - 1) / 2;
  const left = box === null ? 0 : box.leftPx - margin * box.widthPx;
  const right = box === null ? 0 : box.leftPx + (1 + margin) * box.widthPx;
  const top = box === null ? 0 : box.topPx - margin * box.heightPx;
  const bottom = box === null ? 0 : box.topPx + (1 + margin) * box.heightPx;
  const blocks = new Float32Array(BLOCKS_PER_SIDE * BLOCKS_PER_SIDE);
  let sum = 0;
  let outside = 0;
  let outsideSum = 0;
  for (let row = 0; row < FRAME_POINTS_PER_SIDE; row++) {
    const y = Math.floor(((row + 0.5) * heightPx) / FRAME_POINTS_PER_SIDE);
    const inRows = y >= top && y < bottom;
    const block = Math.floor(row / POINTS_PER_BLOCK_SIDE) * BLOCKS_PER_SIDE;
    for (let column = 0; column < FRAME_POINTS_PER_SIDE; column++) {
      const x = Math.floor(((column + 0.5) * widthPx) / FRAME_POINTS_PER_SIDE);
      const at = origin + y * stepY + x * stepX;
      const luma = 0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!;
      const slot = block + Math.floor(column / POINTS_PER_BLOCK_SIDE);
      blocks[slot] = blocks[slot]! + luma;
      sum += luma;
      if (!inRows || x < left || x >= right) {
        outside++;
        outsideSum += luma;
      }
    }
  }
  const count = FRAME_POINTS_PER_SIDE * FRAME_POINTS_PER_SIDE;
  const enough = outside >= count * MIN_BACKGROUND_SHARE;
  return {
    mean: sum / count / 255,
    ...blockSpread(blocks, sum / blocks.length),
    backgroundMean: enough ? outsideSum / outside / 255 : null,
  };
}

function blockSpread(blocks: Float32Array, mean: number): { deviation: number; detail: number } {
  const scale = 255 * POINTS_PER_BLOCK_SIDE * POINTS_PER_BLOCK_SIDE;
  let squares = 0;
  let steps = 0;
  for (let i = 0; i < blocks.length; i++) {
    const value = blocks[i]!;
    squares += (value - mean) * (value - mean);
    if ((i + 1) % BLOCKS_PER_SIDE !== 0) steps += Math.abs(blocks[i + 1]! - value);
    if (i + BLOCKS_PER_SIDE < blocks.length) steps += Math.abs(blocks[i + BLOCKS_PER_SIDE]! - value);
  }
  const pairs = 2 * BLOCKS_PER_SIDE * (BLOCKS_PER_SIDE - 1);
  return { deviation: Math.sqrt(squares / blocks.length) / scale, detail: steps / pairs / scale };
}
