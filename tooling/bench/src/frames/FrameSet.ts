/** A frame as every engine gets it. */
export interface BenchFrame {
  /** RGBA8, row by row. */
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The frames of a run. */
export interface FrameSet {
  readonly kind: 'recordings' | 'synthetic';
  /** For the table: how many, of how many people, in which sizes. */
  readonly description: string;
  /** Median width of the faces, in px. */
  readonly faceWidthPx: number;
  readonly frames: readonly BenchFrame[];
}
