/**
 * What one frame leaves behind: numbers, no picture. 874 bytes with a face (131 points x 6, colours 72, motion 4, hash 8,
 * times 4), so 30 s at 30 frames a second stay under 800 KB in memory.
 */
export interface EvidenceFrame {
  /** On the session's clock, whole ms. */
  readonly timestampMs: number;
  /** Since the recorded frame before, whole ms, 65,535 at most; 0 for the first. 2 bytes. */
  readonly intervalMs: number;
  /** See `quantiseLandmarks`; `null` without a face. 6 bytes a point. */
  readonly landmarks: Int16Array | null;
  /** Eight face regions, red green blue each, in 1/256 of a grey level; 65,535 is "not seen". 48 bytes. */
  readonly faceColours: Uint16Array;
  /** Four background regions, likewise. 24 bytes. */
  readonly backgroundColours: Uint16Array;
  /** Since the recorded frame before, x then y, in 1/32,767 of the frame's longer side; `null` where not measured. 4 bytes. */
  readonly backgroundMotion: Int16Array | null;
  /** See `frameHash`. 8 bytes. */
  readonly hash: string;
}

/** Stands in {@link EvidenceFrame.faceColours} for a region that was not seen. */
export const COLOUR_NOT_SEEN = 0xffff;

/** Units of a stored colour in one grey level (of 255). */
export const COLOUR_UNITS_PER_LEVEL = 256;

/** Units of a stored motion in the longer side of the frame. */
export const MOTION_UNITS_PER_SIDE = 32767;
