import { placeInCrop, cropRectOf, type FaceObservation } from '@huoti/core';
import { createFakeLandmarker, type FakeLandmarker } from '@huoti/core/testing';
import { createFakeEmbedder, type FakeEmbedder } from '@huoti/embedder/testing';
import type { PictureDecoder } from '../../pictures/PictureDecoder.js';

/** A picture of a synthetic person that is none: its file names who and what it shows. */
export interface FakePicture {
  readonly person: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the frame that it was cut from; `null` for a picture of a wall. */
  readonly face: FaceObservation | null;
  /** Red green blue of everything in it. */
  readonly colour: readonly [number, number, number];
}

/** A landmarker, an embedder and a decoder for {@link FakePicture}s, each with its real interface. */
export interface PictureFakes {
  /** The file of a picture; every call makes another file. */
  save(picture: FakePicture): Uint8Array;
  readonly decoder: PictureDecoder;
  readonly landmarker: FakeLandmarker;
  readonly embedder: FakeEmbedder;
}

/** JPEG's own first bytes; what follows is text, and no other decoder takes it. */
const START = [0xff, 0xd8, 0xff];

/** What a person's skin looks like in `playOnlineSession`. */
export const FAKE_SKIN = [182, 139, 118] as const;

/** Pictures without pixels or models, for tests of what is made of them. */
export function createPictureFakes(): PictureFakes {
  const saved: FakePicture[] = [];
  const idOf = (data: Uint8ClampedArray): number => (data[0]! << 8) + data[1]!;
  return {
    save(picture) {
      saved.push(picture);
      return Uint8Array.from([...START, ...Buffer.from(`picture ${saved.length - 1}`)]);
    },
    decoder: {
      specificationVersion: 'v1',
      decode: async (bytes, { maxSidePx }) => {
        const id = /^picture (\d+)$/.exec(Buffer.from(bytes.subarray(START.length)).toString('latin1'))?.[1];
        const picture = saved[Number(id)];
        if (START.some((byte, at) => bytes[at] !== byte)) return { ok: false, why: 'not-jpeg' };
        if (!picture) return { ok: false, why: 'damaged' };
        const { widthPx, heightPx, colour } = picture;
        if (Math.max(widthPx, heightPx) > maxSidePx) return { ok: false, why: 'too-large' };
        const data = new Uint8ClampedArray(widthPx * heightPx * 4);
        for (let at = 0; at < data.length; at += 4) data.set([...colour, 255], at);
        // The first pixel tells the fakes which picture it is.
        data.set([Number(id) >> 8, Number(id) & 255], 0);
        return { ok: true, picture: { data, widthPx, heightPx } };
      },
    },
    landmarker: createFakeLandmarker({
      detect: ({ data, widthPx, heightPx, timestampMs }) => {
        const face = saved[idOf(data)]?.face;
        const rect = face && cropRectOf(face.landmarks, face.frameWidthPx, face.frameHeightPx);
        if (!face || !rect) return [];
        const landmarks = placeInCrop(face.landmarks, rect, { widthPx, heightPx });
        const box = {
          xPx: 0.2 * widthPx,
          yPx: 0.2 * heightPx,
          widthPx: 0.6 * widthPx,
          heightPx: 0.6 * heightPx,
        };
        return [{ ...face, landmarks, box, frameWidthPx: widthPx, frameHeightPx: heightPx, timestampMs }];
      },
    }),
    embedder: createFakeEmbedder({
      personOf: ({ picture }) => saved[idOf(picture.data)]?.person ?? 'nobody',
      noise: 0.2,
    }),
  };
}
