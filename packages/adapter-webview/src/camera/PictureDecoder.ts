import type { BridgeFrame } from '@huoti/protocol/bridge';

/** A picture that can be drawn. */
export interface DecodedPicture {
  readonly source: CanvasImageSource;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Gives its memory back. */
  close(): void;
}

/** Makes pictures of a host's frames. */
export interface PictureDecoder {
  /** `null` for bytes that are no picture of the frame's format and size. */
  decode(bytes: Uint8Array, frame: BridgeFrame): Promise<DecodedPicture | null>;
  /** Gives back what is kept between pictures; the next `decode` makes it anew. */
  dispose(): void;
}
