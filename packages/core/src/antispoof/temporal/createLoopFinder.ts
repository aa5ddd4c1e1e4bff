import { PATH_DIMENSIONS } from './facePath.js';

/** A stretch that was shown before. */
export interface FoundLoop {
  /** How far back it was shown first, in ms. */
  readonly lagMs: number;
  /** Root mean square distance of the two showings, in the face's unit. */
  readonly distance: number;
  /** How far the face moved meanwhile, in the same unit. */
  readonly extent: number;
}

/** Looks for stretches of a face's path that come back. */
export interface LoopFinder {
  /**
   * @param path PATH_DIMENSIONS numbers, px
   * @param unit of the face, px
   */
  push(atMs: number, path: Float32Array, unit: number): void;
  /** The face was lost: what follows is not joined to what was before. */
  lose(): void;
  /** The clearest loop so far. */
  readonly found: FoundLoop | null;
  reset(): void;
}

/** Paths are compared on this grid, in ms; between two of its points the older one is taken to run straight. */
const GRID_MS = 50;
/** A longer gap between frames is not bridged. */
const LONGEST_GAP_MS = 250;
/** Points that are kept: 51 s, longer than any session. */
const KEPT = 1024;
/** Nearest showing that is looked for: people come back to where they were half a second ago all the time. */
const LEAST_LAG = 1000 / GRID_MS;
/** How long both showings have to agree without a break. */
const AGREED = 3000 / GRID_MS;
/**
 * Largest distance of one moment from its earlier showing, in the face's unit: a mouth that speaks, sampled half a frame
 * later. What comes farther off breaks the agreement.
 */
const MOST_DISTANCE = 0.03;
/**
 * Root mean square distance while they agree, in the face's unit: what encoding again, scaling and sampling at another rate
 * do to a face of 100 px (noise of 4 quantisation steps on every landmark: 0.0035).
 */
const MOST_MEAN_DISTANCE = 0.006;
/**
 * The same over the extent of the motion. Real people who repeat a movement: 0.15 and more (29 genuine clips). Synthetic people
 * who do the same action over and over, by the same smooth course: 0.03 with no noise at all, 0.05 with that of a
 * landmarker. A clip played again, with noise of 1 to 6 steps and at 12 to 60 frames a second: 0.001 to 0.03 where
 * there is motion (measured 2026-11-26; no command repeats it).
 */
const MOST_RATIO = 0.03;
/** Less motion than this, in the face's unit, is that of a person who sits still: such stretches are alike by themselves. */
const LEAST_EXTENT = 0.03;

/**
 * Finds a clip that is played again: the path of head, lids, lips and gaze repeats itself at one lag, for seconds, to within
 * a small part of its own motion. Two movements of a person never do, however alike they look: their courses differ by
 * much more than an encoder's noise. A person at rest is not judged.
 *
 * Memory is fixed: 51 s of points on a grid, and a counter for each lag. A point costs about 0.05 ms, 20 times a second.
 */
export function createLoopFinder(): LoopFinder {
  const points = new Float32Array(KEPT * PATH_DIMENSIONS);
  const present = new Uint8Array(KEPT);
  /** For each lag: how many points agree in a row up to now, and the mean of their squared distances, the late ones first. */
  const agreed = new Uint16Array(KEPT);
  const squares = new Float64Array(KEPT);
  const before = new Float32Array(PATH_DIMENSIONS);
  const low = new Float32Array(PATH_DIMENSIONS);
  const high = new Float32Array(PATH_DIMENSIONS);
  let beforeMs: number | null = null;
  let beforeUnit = 0;
  let firstTick = -1;
  let lastTick = -1;
  let found: FoundLoop | null = null;

  const reset = (): void => {
    present.fill(0);
    agreed.fill(0);
    squares.fill(0);
    beforeMs = null;
    firstTick = -1;
    lastTick = -1;
    found = null;
  };

  const skipTo = (tick: number): void => {
    // Points that were not filled must not stand for older ones; nothing agrees across a gap.
    const from = lastTick < 0 ? tick : Math.max(lastTick + 1, tick - KEPT);
    for (let missed = from; missed < tick; missed++) present[missed % KEPT] = 0;
    if (from < tick) agreed.fill(0);
    if (firstTick < 0) firstTick = tick;
    lastTick = tick;
  };

  /** Squared distance of the point at `to` from the straight line between two neighbouring older points. */
  const squaredDistance = (to: number, older: number, newer: number): number => {
    let along = 0;
    let length = 0;
    for (let d = 0; d < PATH_DIMENSIONS; d++) {
      const step = points[newer + d]! - points[older + d]!;
      along += step * (points[to + d]! - points[older + d]!);
      length += step * step;
    }
    const share = along <= 0 ? 0 : along >= length ? 1 : along / length;
    let sum = 0;
    for (let d = 0; d < PATH_DIMENSIONS; d++) {
      const start = points[older + d]!;
      const off = start + share * (points[newer + d]! - start) - points[to + d]!;
      sum += off * off;
    }
    return sum / PATH_DIMENSIONS;
  };

  /** Squared distance of the newest point from the path between `lag` and `lag + 1` points earlier. */
  const distanceAt = (lag: number, tick: number, mostLag: number): number => {
    if (lag > mostLag) return Infinity;
    const newer = (tick - lag) % KEPT;
    const older = (tick - lag - 1) % KEPT;
    if (present[newer] !== 1 || present[older] !== 1) return Infinity;
    return squaredDistance((tick % KEPT) * PATH_DIMENSIONS, older * PATH_DIMENSIONS, newer * PATH_DIMENSIONS);
  };

  /** How far the face moved over the last AGREED points, in px. */
  const extentAt = (tick: number): number => {
    low.fill(Infinity);
    high.fill(-Infinity);
    for (let back = 0; back < AGREED; back++) {
      const from = ((tick - back) % KEPT) * PATH_DIMENSIONS;
      for (let d = 0; d < PATH_DIMENSIONS; d++) {
        const value = points[from + d]!;
        if (value < low[d]!) low[d] = value;
        if (value > high[d]!) high[d] = value;
      }
    }
    let sum = 0;
    for (let d = 0; d < PATH_DIMENSIONS; d++) sum += (high[d]! - low[d]!) ** 2;
    return Math.sqrt(sum / PATH_DIMENSIONS);
  };

  const compare = (tick: number, unit: number): void => {
    const limit = (MOST_DISTANCE * unit) ** 2;
    const mostLag = Math.min(tick - firstTick - 1, KEPT - 2);
    let extent = -1;
    // One point earlier and later as well: a camera takes what is played half a frame sooner or later each time.
    let nearer = Infinity;
    let same = distanceAt(LEAST_LAG, tick, mostLag);
    for (let lag = LEAST_LAG; lag <= mostLag; lag++) {
      const farther = distanceAt(lag + 1, tick, mostLag);
      const squared = Math.min(nearer, same, farther);
      nearer = same;
      same = farther;
      if (!(squared <= limit)) {
        agreed[lag] = 0;
        squares[lag] = 0;
        continue;
      }
      agreed[lag] = agreed[lag]! + 1;
      squares[lag] = squares[lag]! + (squared - squares[lag]!) / Math.min(agreed[lag]!, AGREED);
      if (agreed[lag]! < AGREED) continue;
      if (extent < 0) extent = extentAt(tick);
      const distance = Math.sqrt(squares[lag]!);
      if (extent < LEAST_EXTENT * unit) continue;
      if (distance > MOST_MEAN_DISTANCE * unit || distance > MOST_RATIO * extent) continue;
      if (found === null || distance / extent < found.distance / found.extent) {
        found = { lagMs: lag * GRID_MS, distance: distance / unit, extent: extent / unit };
      }
    }
  };

  return {
    get found(): FoundLoop | null {
      return found;
    },
    push(atMs, path, unit): void {
      const since = beforeMs === null ? Infinity : atMs - beforeMs;
      if (beforeMs !== null && since > 0 && since <= LONGEST_GAP_MS) {
        for (
          let tick = Math.max(lastTick + 1, Math.ceil(beforeMs / GRID_MS));
          tick * GRID_MS <= atMs;
          tick++
        ) {
          skipTo(tick);
          const share = (tick * GRID_MS - beforeMs) / since;
          const to = (tick % KEPT) * PATH_DIMENSIONS;
          for (let d = 0; d < PATH_DIMENSIONS; d++) {
            points[to + d] = before[d]! + share * (path[d]! - before[d]!);
          }
          present[tick % KEPT] = 1;
          compare(tick, beforeUnit + share * (unit - beforeUnit));
        }
      }
      before.set(path);
      beforeUnit = unit;
      beforeMs = atMs;
    },
    lose(): void {
      beforeMs = null;
    },
    reset,
  };
}
