/** One picture of a clip, upright. */
export interface ClipFrame {
  /** RGBA8. */
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  /** From the clip's start, in ms. */
  readonly timestampMs: number;
}

/** A clip that is read once, from its start to its end. */
export interface ClipReader {
  /** `null` where it is not known beforehand. */
  readonly frameCount: number | null;
  /** @throws HuotiError MEDIA_UNREADABLE, ABORTED */
  frames(): AsyncGenerator<ClipFrame, void, undefined>;
  /** Ends whatever reads; idempotent. */
  close(): Promise<void>;
}
