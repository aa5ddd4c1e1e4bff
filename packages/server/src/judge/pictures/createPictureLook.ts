import type { FaceLandmarker, FaceObservation, Frame } from '@huoti/core';
import { asMachineFault } from '../asMachineFault.js';

/** What a picture shows. */
export type PictureShown =
  | { readonly kind: 'one'; readonly face: FaceObservation }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly count: number };

/** Looks at one picture of a session; picture by picture. */
export type LookAtPicture = (picture: Frame) => Promise<PictureShown>;

/** A second face of at least this share of the main one's width counts (protocol: 0.4). A crop's other faces were made unrecognisable. */
export const OTHER_FACE_SHARE = 0.4;

/** Looks are this far apart on the landmarker's clock, in ms: far enough that each looks for other faces as well. */
const LOOK_APART_MS = 10_000;

/**
 * Finds the face of each picture of one session. The detector does not know every face that the landmark model follows: a
 * head that is turned far is found by following it from a picture of the same session in which the detector found it.
 *
 * @param landmarker loaded, and used by nobody else meanwhile
 * @param options.looks how often the landmark model is fitted to each picture; the second fit starts from the first one's
 * landmarks, as a tracker's does
 */
export function createPictureLook(
  landmarker: FaceLandmarker,
  { signal }: { signal?: AbortSignal | undefined } = {},
): LookAtPicture {
  let nowMs = 0;
  let known: Frame | null = null;
  const see = (picture: Frame): Promise<readonly FaceObservation[]> => {
    nowMs += LOOK_APART_MS;
    const frame = { ...picture, timestampMs: nowMs };
    return asMachineFault('landmarker', () => landmarker.detect(frame, { signal }));
  };
  return async (picture) => {
    landmarker.reset();
    let faces = await see(picture);
    if (!hasLandmarks(faces) && known !== null) {
      landmarker.reset();
      await see(known);
      faces = await see(picture);
    } else if (hasLandmarks(faces)) {
      known = known ?? picture;
    }
    const [main, ...others] = faces;
    if (!main || main.landmarks.length === 0) return { kind: 'none' };
    const rivals = others.filter(({ box }) => box.widthPx >= OTHER_FACE_SHARE * main.box.widthPx);
    return rivals.length === 0 ? { kind: 'one', face: main } : { kind: 'several', count: 1 + rivals.length };
  };
}

const hasLandmarks = ([main]: readonly FaceObservation[]): boolean =>
  main !== undefined && main.landmarks.length > 0;
