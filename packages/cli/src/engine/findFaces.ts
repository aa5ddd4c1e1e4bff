import type { FaceLandmarker, FaceObservation, Frame } from '@huoti/core';
import type { DecodedPicture } from '../media/decodePicture.js';

/** A face's box is widened to this many times its size before the mesh is fitted to the crop alone. */
const CROP_SCALE = 2.2;

/** Two boxes that overlap by this share of the smaller one are the same face. */
const SAME_FACE_OVERLAP = 0.4;

/** A still can hold more faces than this; a tracker of one person needs no more. */
const MOST_FACES = 16;

const frameOf = (picture: DecodedPicture): Frame => ({
  ...picture,
  rotationDegrees: 0,
  mirrored: false,
  timestampMs: 0,
  close: () => undefined,
});

function overlapShare(a: FaceObservation['box'], b: FaceObservation['box']): number {
  const width = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - Math.max(a.xPx, b.xPx);
  const height = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - Math.max(a.yPx, b.yPx);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.max(1, Math.min(a.widthPx * a.heightPx, b.widthPx * b.heightPx));
}

function crop(
  picture: DecodedPicture,
  box: FaceObservation['box'],
): { picture: DecodedPicture; xPx: number; yPx: number } {
  const side = Math.max(box.widthPx, box.heightPx) * CROP_SCALE;
  const clamp = (value: number, most: number): number => Math.round(Math.max(0, Math.min(most, value)));
  const xPx = clamp(box.xPx + box.widthPx / 2 - side / 2, picture.widthPx - 1);
  const yPx = clamp(box.yPx + box.heightPx / 2 - side / 2, picture.heightPx - 1);
  const widthPx = Math.max(1, clamp(xPx + side, picture.widthPx) - xPx);
  const heightPx = Math.max(1, clamp(yPx + side, picture.heightPx) - yPx);
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let row = 0; row < heightPx; row += 1) {
    const start = ((yPx + row) * picture.widthPx + xPx) * 4;
    data.set(picture.data.subarray(start, start + widthPx * 4), row * widthPx * 4);
  }
  return { picture: { data, widthPx, heightPx }, xPx, yPx };
}

function moved(seen: FaceObservation, xPx: number, yPx: number, picture: DecodedPicture): FaceObservation {
  const landmarks = seen.landmarks.map((value, index) =>
    index % 3 === 0 ? value + xPx : index % 3 === 1 ? value + yPx : value,
  );
  const box = { ...seen.box, xPx: seen.box.xPx + xPx, yPx: seen.box.yPx + yPx };
  return { ...seen, landmarks, box, frameWidthPx: picture.widthPx, frameHeightPx: picture.heightPx };
}

/**
 * Every face of a still picture, with landmarks, largest first. The engine follows one face; the others are found by
 * its look-out and fitted on crops of their own, one after another, each painted over before the next look.
 *
 * @param landmarker loaded
 */
export async function findFaces(
  picture: DecodedPicture,
  landmarker: FaceLandmarker,
  signal: AbortSignal,
): Promise<readonly FaceObservation[]> {
  const found: FaceObservation[] = [];
  const canvas: DecodedPicture = { ...picture, data: Uint8ClampedArray.from(picture.data) };
  for (let round = 0; round < MOST_FACES; round += 1) {
    landmarker.reset();
    const [main, ...others] = await landmarker.detect(frameOf(canvas), { signal });
    if (!main) break;
    const known = (box: FaceObservation['box']): boolean =>
      found.some((face) => overlapShare(face.box, box) > SAME_FACE_OVERLAP);
    if (known(main.box)) break;
    if (main.landmarks.length > 0) found.push(main);
    for (const other of others) {
      if (known(other.box)) continue;
      const piece = crop(picture, other.box);
      landmarker.reset();
      const [seen] = await landmarker.detect(frameOf(piece.picture), { signal });
      if (!seen || seen.landmarks.length === 0) continue;
      const face = moved(seen, piece.xPx, piece.yPx, picture);
      if (!known(face.box)) found.push(face);
    }
    for (const face of found) paintOver(canvas, face.box);
  }
  return found.sort((a, b) => b.box.widthPx - a.box.widthPx);
}

function paintOver(picture: DecodedPicture, box: FaceObservation['box']): void {
  const fromX = Math.max(0, Math.floor(box.xPx));
  const toX = Math.min(picture.widthPx, Math.ceil(box.xPx + box.widthPx));
  const fromY = Math.max(0, Math.floor(box.yPx));
  const toY = Math.min(picture.heightPx, Math.ceil(box.yPx + box.heightPx));
  for (let y = fromY; y < toY; y += 1) {
    picture.data.fill(
      128,
      (y * picture.widthPx + fromX) * 4,
      (y * picture.widthPx + Math.max(fromX, toX)) * 4,
    );
  }
}
