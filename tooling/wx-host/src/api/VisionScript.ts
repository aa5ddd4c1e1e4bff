import type { Picture } from '../camera/Picture.js';

/** A face as the vision kit gives it: 106 points in shares of the picture. */
export interface VisionAnchor {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly origin: { readonly x: number; readonly y: number };
  readonly size: { readonly width: number; readonly height: number };
  readonly angle: readonly number[];
  readonly confidence: readonly number[] | number;
}

/** What stands for the platform's vision kit. */
export interface VisionScript {
  /** What `start` gives its callback: 0, or a code such as 104, refused. @default 0 */
  startCode?: number;
  /** Faces of a picture. */
  detect(picture: Picture): readonly VisionAnchor[];
}
