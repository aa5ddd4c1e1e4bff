import type { StillPicture } from '@huoti/core';

/** What came of an uploaded picture. Whatever was uploaded: a refusal is a value. */
export type DecodedPicture =
  | { readonly ok: true; readonly picture: StillPicture }
  | {
      readonly ok: false;
      /** `not-jpeg` also stands for other formats; `damaged` for a file that is cut or altered. */
      readonly why: 'not-jpeg' | 'too-large' | 'damaged';
    };

/** What {@link PictureDecoder.decode} takes besides the bytes. */
export interface DecodeLimits {
  /** Pictures with a longer side are refused before a pixel is decoded, in px. */
  readonly maxSidePx: number;
}

/** Turns an uploaded JPEG into pixels; time and memory stay within the limits for every input. */
export interface PictureDecoder {
  readonly specificationVersion: 'v1';
  /** The picture as it is stored: an orientation tag is not followed, an alpha of 255 is added. */
  decode(bytes: Uint8Array, limits: DecodeLimits): Promise<DecodedPicture>;
}
