import { MAX_CHUNK_PICTURES, MAX_PICTURE_BYTES, type TracePicture } from '@huoti/protocol';
import { cropFace } from '../frame/cropFace.js';
import type { Frame } from '../frame/Frame.js';
import { isSteep } from '../frame/isSteep.js';
import type { PictureEncoder } from '../host/PictureEncoder.js';
import { createAbortSource } from '../session/abortSource.js';
import type { FaceObservation } from '../vision/FaceObservation.js';

/** How a sha256 is taken: at once, or by the host. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** What {@link createPictureBook} takes. */
export interface PictureBookOptions {
  encoder: PictureEncoder;
  /** Least time between two pictures, in ms. */
  everyMs: number;
  sha256: Sha256;
}

/** A picture of a chunk: what the chunk says of it, and the file. */
export interface KeptPicture extends TracePicture {
  readonly file: Uint8Array;
}

/** Cuts pictures out of frames and keeps their files. */
export interface PictureBook {
  /** Cuts one if it is time for one; the encoding goes on by itself. */
  look(frame: Frame, timestampMs: number, frameIndex: number, faces: readonly FaceObservation[]): void;
  /** The pictures since the last turn of the page, once they are encoded. One that can't be encoded is left out. */
  turnPage(): Promise<readonly KeptPicture[]>;
  /** Zeroes every picture, those under way too; idempotent. */
  clear(): void;
}

/** Crops wait for a slow encoder no more than this: each is up to 400 KB. */
const MAX_PENDING = 4;

/** A book of one session. */
export function createPictureBook({ encoder, everyMs, sha256 }: PictureBookOptions): PictureBook {
  let page: Promise<KeptPicture | null>[] = [];
  const kept: Uint8Array[] = [];
  let pending = 0;
  let lastMs: number | null = null;
  let abort = createAbortSource();

  async function keep(
    picture: { data: Uint8ClampedArray; widthPx: number; heightPx: number },
    frameIndex: number,
  ): Promise<KeptPicture | null> {
    const { signal } = abort;
    pending += 1;
    try {
      const file = await encoder.encode(picture, { maxBytes: MAX_PICTURE_BYTES, signal });
      if (file.length === 0 || file.length > MAX_PICTURE_BYTES || signal.aborted) {
        file.fill(0);
        return null;
      }
      kept.push(file);
      const hash = await sha256(file);
      return { frameIndex, sha256: hash, widthPx: picture.widthPx, heightPx: picture.heightPx, file };
    } catch {
      // A picture less: the chunk says how many there are, and whoever needs more refuses.
      return null;
    } finally {
      picture.data.fill(0);
      pending -= 1;
    }
  }

  return {
    look(frame, timestampMs, frameIndex, [face, ...others]) {
      if (!face || pending >= MAX_PENDING || page.length >= MAX_CHUNK_PICTURES) return;
      if (lastMs !== null && timestampMs - lastMs < everyMs) return;
      if (isSteep(face.pose)) return;
      const picture = cropFace(frame, face, others);
      if (picture === null) return;
      lastMs = timestampMs;
      page.push(keep(picture, frameIndex));
    },
    async turnPage() {
      const done = page;
      page = [];
      const pictures: KeptPicture[] = [];
      for (const picture of await Promise.all(done)) if (picture !== null) pictures.push(picture);
      return pictures;
    },
    clear() {
      abort.abort();
      abort = createAbortSource();
      for (const file of kept.splice(0)) file.fill(0);
      page = [];
      lastMs = null;
    },
  };
}
