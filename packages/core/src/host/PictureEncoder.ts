import type { AbortSignalLike } from './AbortSignalLike.js';

/** Pixels to be made a file of. */
export interface EncodablePicture {
  /** RGBA8, row by row from the top left; length `widthPx * heightPx * 4`. Not read any more once `encode` has settled. */
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Makes JPEG files of face crops. A host that can't leaves it out, and the evidence has no pictures. */
export interface PictureEncoder {
  readonly specificationVersion: 'v1';
  /**
   * A JPEG file of at most `maxBytes`, at the best quality that fits.
   *
   * @throws HuotiError HOST_ERROR where the host can't, or no quality fits; ABORTED
   */
  encode(
    picture: EncodablePicture,
    options: { maxBytes: number; signal?: AbortSignalLike | undefined },
  ): Promise<Uint8Array>;
}
