import type { Picture } from '../pixels/Picture.js';
import type { Part } from './ClipRow.js';

/** A recording of one person, framed as a selfie is, with its landmarks. */
export interface Footage {
  readonly id: string;
  readonly person: string;
  readonly part: Part;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Frames a second, evenly. */
  readonly fps: number;
  readonly frameCount: number;
  /** Median width of the face in the recording as it was made, in px and over its shorter side. */
  readonly faceWidthPx: number;
  readonly faceShare: number;
  /** 478 points x y z, px of the framed picture; `null` where no face was found. */
  landmarks(frame: number): Float32Array | null;
  /** Reads a frame's pixels into `out`, which has the footage's size. */
  read(frame: number, out: Picture): void;
  /** Gives the file back. */
  close(): void;
}
