import { type FaceLandmarker, findFaces, type StillPicture } from '@huoti/core';
import { type FaceEmbedder, faceWeight } from '@huoti/embedder';
import type { FaceReader } from '@huoti/server';

/** A second face of at least this share of the main one's width counts: the session's own rule (protocol.md). */
const SECOND_FACE_SHARE = 0.4;

/** What {@link createFaceReader} works with. */
export interface FaceReaderTools {
  readonly landmarker: FaceLandmarker;
  readonly embedder: FaceEmbedder;
  /** `null` for bytes that are no picture. */
  readonly decode: (bytes: Uint8Array) => Promise<StillPicture | null>;
}

/**
 * Reads the one face of a picture. Smaller faces behind it are passers-by; two of like size are several, since nobody can
 * tell which of them is meant.
 *
 * @example const reading = await createFaceReader(tools).read(bytes);
 */
export function createFaceReader({ landmarker, embedder, decode }: FaceReaderTools): FaceReader {
  return {
    async read(bytes, { signal } = {}) {
      const picture = await decode(bytes);
      if (picture === null) return { kind: 'unreadable' };
      await landmarker.load({ signal });
      await embedder.load({ signal });
      const faces = await findFaces(picture, landmarker, { signal });
      const [main] = faces;
      if (main === undefined) return { kind: 'none' };
      const rivals = faces.filter(({ box }) => box.widthPx >= SECOND_FACE_SHARE * main.box.widthPx);
      if (rivals.length > 1) return { kind: 'several', count: rivals.length };
      const template = await embedder.embed({ picture, landmarks: main.landmarks }, { signal });
      return { kind: 'one', template, quality: faceWeight(main) };
    },
  };
}
