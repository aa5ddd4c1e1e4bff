/** One picture of a clip, upright. */
export interface ClipFrame {
  /** RGBA8. */
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  /** From the clip's start, in ms; never smaller than the frame's before it. */
  readonly timestampMs: number;
}

/** A clip that is read once, from its start to its end. */
export interface ClipReader {
  /** How much has been read, in [0, 1]; `null` while that is not known. */
  share(): number | null;
  /** @throws HuotiError MEDIA_UNREADABLE, HOST_ERROR */
  frames(): AsyncGenerator<ClipFrame, void, undefined>;
  /** Ends whatever reads, so that `frames()` ends too; idempotent. */
  close(): Promise<void>;
}
