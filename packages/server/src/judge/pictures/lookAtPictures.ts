import type { FaceLandmarker, FaceObservation, Frame } from '@huoti/core';
import { asMachineFault } from '../asMachineFault.js';

/** What a picture shows. */
export type PictureShown =
  | { readonly kind: 'one'; readonly face: FaceObservation }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly count: number };

/**
 * A second face of at least this share of the main one's width counts (protocol: 0.4). Other people's faces were made
 * unrecognisable before a picture was taken.
 */
export const OTHER_FACE_SHARE = 0.4;

/** Looks are this far apart on the landmarker's clock, in ms: far enough that each looks for other faces as well. */
const LOOK_APART_MS = 10_000;

/** A second look at the same picture, in ms after the first: too soon to look for other faces again. */
const AGAIN_MS = 1;

/** From how many other pictures of the session a face is followed to one in which it is not found. */
const MOST_GUIDES = 3;

/**
 * Finds the face in each picture of one session. Each is looked at twice: the second fit of the landmarks starts from the
 * first one's, as a tracker's does, and lies two to three times closer to the trace than one that starts from the
 * detector's box (median 0.004 against 0.009 face widths; measurePictures.mjs, 2026-11-26).
 *
 * The detector does not know every face that a camera's tracker follows: one that leans, is small or half hidden. Such a
 * face is followed from other pictures of the session, nearest in time first. Pictures of a session differ, as those of a
 * living person do; a single still, sent again and again, gains nothing by it.
 *
 * @param landmarker loaded, and used by nobody else meanwhile
 * @returns what each shows, in order
 * @throws HuotiError for a landmarker that does not run, ABORTED
 */
export async function lookAtPictures(
  pictures: readonly Frame[],
  landmarker: FaceLandmarker,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<readonly PictureShown[]> {
  let nowMs = 0;
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

  const seen: (readonly FaceObservation[])[] = [];
  for (const picture of pictures) {
    landmarker.reset();
    seen.push(await seeTwice(picture));
  }
  const found = seen.map(hasLandmarks);
  for (const [at, picture] of pictures.entries()) {
    for (const guide of guidesOf(at, found)) {
      if (hasLandmarks(seen[at]!)) break;
      landmarker.reset();
      await see(pictures[guide]!, LOOK_APART_MS);
      seen[at] = await seeTwice(picture);
    }
  }
  return seen.map(shownBy);
}

/** Other pictures to follow a face from: those in which it was found, then the others, each nearest first. */
function guidesOf(at: number, found: readonly boolean[]): readonly number[] {
  const rank = (other: number): number => (found[other] ? 0 : found.length) + Math.abs(other - at);
  const others = found.map((_, other) => other).filter((other) => other !== at);
  return others.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_GUIDES);
}

function shownBy([main, ...others]: readonly FaceObservation[]): PictureShown {
  if (!main) return { kind: 'none' };
  const rivals = others.filter(({ box }) => box.widthPx >= OTHER_FACE_SHARE * main.box.widthPx);
  return rivals.length === 0 ? { kind: 'one', face: main } : { kind: 'several', count: 1 + rivals.length };
}

const hasLandmarks = ([main]: readonly FaceObservation[]): boolean =>
  main !== undefined && main.landmarks.length > 0;
