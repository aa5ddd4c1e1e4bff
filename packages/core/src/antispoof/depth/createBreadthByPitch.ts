/** How broad a straight face first was, for each pitch: a head that looks down is shorter, and so broader. */
export interface BreadthByPitch {
  /** A straight face; the first few of each pitch count. */
  teach(pitchRadians: number, breadth: number): void;
  /** Of this pitch, or the next one to it; `null` where no straight face had either. */
  usualAt(pitchRadians: number): number | null;
  clear(): void;
}

/** Pitches are told apart by 0.1 rad, up to 0.4 either way: beyond, 0.1 changes a face's height by 5 % and more. */
const STEP_RADIANS = 0.1;
const MOST_RADIANS = 0.4;
const BINS = 8;
/** Frames whose mean is the breadth; an attacker who tilts a sheet from the first frame on gains nothing by more of them. */
const MOST_FRAMES = 8;
const LEAST_FRAMES = 4;

/** @example byPitch.teach(pose.pitchRadians, breadth); byPitch.usualAt(pose.pitchRadians) // once 4 frames were taught */
export function createBreadthByPitch(): BreadthByPitch {
  const counts = new Uint8Array(BINS);
  const sums = new Float64Array(BINS);
  const binOf = (pitchRadians: number): number => Math.floor((pitchRadians + MOST_RADIANS) / STEP_RADIANS);
  return {
    teach(pitchRadians, breadth): void {
      const bin = binOf(pitchRadians);
      if (!(bin >= 0 && bin < BINS) || counts[bin]! >= MOST_FRAMES) return;
      counts[bin] = counts[bin]! + 1;
      sums[bin] = sums[bin]! + breadth;
    },
    usualAt(pitchRadians): number | null {
      const bin = binOf(pitchRadians);
      const taught = [bin, bin - 1, bin + 1].find((one) => (counts[one] ?? 0) >= LEAST_FRAMES);
      return taught === undefined ? null : sums[taught]! / counts[taught]!;
    },
    clear(): void {
      counts.fill(0);
      sums.fill(0);
    },
  };
}
