import { RIGID_DIMENSIONS } from './facePath.js';

/** Looks for the one step in which a face stands elsewhere without having gone there. */
export interface SeamFinder {
  /**
   * @param path of which the first RIGID_DIMENSIONS numbers are read, px
   * @param unit of the face, px
   */
  push(atMs: number, path: Float32Array, unit: number): void;
  /** The face was lost: it may come back elsewhere. */
  lose(): void;
  readonly seams: number;
  /** The largest step between two calm stretches, in the face's unit. */
  readonly largestStep: number;
  reset(): void;
}

/** Frames that have to be calm on either side of a step. */
const CALM_FRAMES = 3;
const KEPT = 2 * CALM_FRAMES;
/** Frames further apart, in ms, leave time for a movement between them: the quickest turns of a head take 0.2 s. */
const LONGEST_INTERVAL_MS = 120;
/** Least step, in the face's unit (root mean square over the dimensions): a turn by 10 degrees, or a third of an eye aside. */
const LEAST_STEP = 0.06;
/** A movement has a beginning and an end: a step this many times as fast as all before and after it has neither. */
const STEP_OVER_CALM = 6;

/**
 * Finds seams: places where a clip was cut, or one still was put in another's place. A body has mass, so that a movement
 * speeds up and slows down over a tenth of a second at least; at a cut the face is calm, elsewhere, and calm.
 */
export function createSeamFinder(): SeamFinder {
  const paths = new Float32Array(KEPT * RIGID_DIMENSIONS);
  const times = new Float64Array(KEPT);
  let count = 0;
  let seams = 0;
  let largestStep = 0;

  /** Speed from one kept frame to the next, in px a ms; `from` counts from the oldest. */
  const speed = (from: number): number => {
    const a = ((count + from) % KEPT) * RIGID_DIMENSIONS;
    const b = ((count + from + 1) % KEPT) * RIGID_DIMENSIONS;
    let sum = 0;
    for (let d = 0; d < RIGID_DIMENSIONS; d++) sum += (paths[b + d]! - paths[a + d]!) ** 2;
    return Math.sqrt(sum / RIGID_DIMENSIONS) / interval(from);
  };
  const interval = (from: number): number =>
    times[(count + from + 1) % KEPT]! - times[(count + from) % KEPT]!;

  return {
    get seams(): number {
      return seams;
    },
    get largestStep(): number {
      return largestStep;
    },
    push(atMs, path, unit): void {
      const at = count % KEPT;
      times[at] = atMs;
      for (let d = 0; d < RIGID_DIMENSIONS; d++) paths[at * RIGID_DIMENSIONS + d] = path[d]!;
      count += 1;
      if (count < KEPT || !(unit > 0)) return;
      let calm = 0;
      for (let from = 0; from < KEPT - 1; from++) {
        const lasted = interval(from);
        if (!(lasted > 0) || lasted > LONGEST_INTERVAL_MS) return;
        if (from !== CALM_FRAMES - 1) calm = Math.max(calm, speed(from));
      }
      const fast = speed(CALM_FRAMES - 1);
      if (fast < STEP_OVER_CALM * calm) return;
      const step = (fast * interval(CALM_FRAMES - 1)) / unit;
      largestStep = Math.max(largestStep, step);
      if (step >= LEAST_STEP) seams += 1;
    },
    lose(): void {
      count = 0;
    },
    reset(): void {
      count = 0;
      seams = 0;
      largestStep = 0;
    },
  };
}
