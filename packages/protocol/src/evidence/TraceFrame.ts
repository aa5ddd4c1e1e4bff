/**
 * What the quality gates read of a frame, as whole numbers: lumas, spreads and shares in 1/16,384, sharpness in 1/4,096.
 * `null` is "not measured". The names are those of the engine's frame statistics.
 */
export interface TraceStatistics {
  readonly frameMeanLuma: number;
  readonly frameLumaDeviation: number;
  readonly frameLumaDetail: number;
  readonly faceMeanLuma: number | null;
  readonly faceClippedShare: number | null;
  readonly faceDarkShare: number | null;
  readonly backgroundMeanLuma: number | null;
  readonly faceSharpness: number | null;
  readonly lowerFaceUnlikeSkinShare: number | null;
  readonly eyeAreaUnlikeSkinShare: number | null;
}

/** A second face beside the followed one. */
export interface TraceSecondFace {
  /** Of the largest other face, in 1/8192 of the frame's longer side. */
  readonly width: number;
  /** How long before this frame the look was that saw it, in whole ms, 65,535 at most. */
  readonly ageMs: number;
}

/** What one frame leaves behind: whole numbers, no picture. */
export interface TraceFrame {
  /** When it was captured, on the session's clock, whole ms. Never before the frame before it. */
  readonly timestampMs: number;
  /** The engine fell back to another backend while it judged this frame, which may have stopped the world. */
  readonly afterFallback: boolean;
  /** The landmarks were no numbers; `landmarks` is `null` then. */
  readonly broken: boolean;
  /** Of the upright frame. */
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /**
   * 131 points x y z in the order of `EVIDENCE_LANDMARKS`, in 1/8192 of the frame's longer side, z on the scale of x;
   * `null` without a face.
   */
  readonly landmarks: Int16Array | null;
  /** Eight face regions, red green blue each, in 1/256 of a grey level; 65,535 is "not seen". */
  readonly faceColours: Uint16Array;
  /** Four background regions, likewise. */
  readonly backgroundColours: Uint16Array;
  /** Since the frame before, x then y, in 1/32,767 of the frame's longer side; `null` where not measured. */
  readonly backgroundMotion: Int16Array | null;
  /** 64 bits as 16 lower-case hex digits. */
  readonly hash: string;
  readonly statistics: TraceStatistics;
  /** `null` without one. Only beside a followed face. */
  readonly second: TraceSecondFace | null;
}
