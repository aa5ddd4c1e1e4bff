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

/** A second look at the same picture, in ms after the first: too soon for the landmarker to look for other faces again. */
const AGAIN_MS = 1;

/**
 * Finds the face of each picture of one session. Each is looked at twice: the second fit of the landmarks starts from the
 * first one's, as a tracker's does, and lies three times closer to the trace than one that starts from the detector's box
 * (median 0.004 against 0.009 face widths, scripts/measurePictures.mjs, 2026-11-26). Heads that are turned too far for the
 * detector are followed from a picture of the same session in which it knew the face.
 *
 * @param landmarker loaded, and used by nobody else meanwhile
 */
export function createPictureLook(
  landmarker: FaceLandmarker,
  { signal }: { signal?: AbortSignal | undefined } = {},
): LookAtPicture {
  let nowMs = 0;
  let known: Frame | null = null;
  const see = (picture: Frame, afterMs: number): Promise<readonly FaceObservation[]> => {
    nowMs += afterMs;
    const frame = { ...picture, timestampMs: nowMs };
    return asMachineFault('landmarker', () => landmarker.detect(frame, { signal }));
  };
  const seeTwice = async (picture: Frame): Promise<readonly FaceObservation[]> => {
    const first = await see(picture, LOOK_APART_MS);
    if (!hasLandmarks(first)) return [];
    const [fitted] = await see(picture, AGAIN_MS);
    return fitted && fitted.landmarks.length > 0 ? [fitted, ...first.slice(1)] : [];
  };
  return async (picture) => {
    landmarker.reset();
    let faces = await seeTwice(picture);
    if (hasLandmarks(faces)) known = known ?? picture;
    else if (known !== null) {
      landmarker.reset();
      await see(known, LOOK_APART_MS);
      faces = await seeTwice(picture);
    }
    const [main, ...others] = faces;
    if (!main) return { kind: 'none' };
    const rivals = others.filter(({ box }) => box.widthPx >= OTHER_FACE_SHARE * main.box.widthPx);
    return rivals.length === 0 ? { kind: 'one', face: main } : { kind: 'several', count: 1 + rivals.length };
  };
}

const hasLandmarks = ([main]: readonly FaceObservation[]): boolean =>
  main !== undefined && main.landmarks.length > 0;
