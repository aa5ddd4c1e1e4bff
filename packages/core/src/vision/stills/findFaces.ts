import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import { abortedError } from '../../host/abortedError.js';
import type { FaceLandmarker } from '../FaceLandmarker.js';
import type { FaceBox, FaceObservation } from '../FaceObservation.js';
import type { StillPicture } from './StillPicture.js';
import { cropPicture } from './cropPicture.js';
import { tileViews, wholeViews } from './stillViews.js';
import { turnBack, type Turn } from './turnBack.js';

/** A face's box is widened to this many times its size before the mesh is fitted to the crop alone. */
const CROP_SCALE = 2.2;

/**
 * A face that only a closer look showed has to be seen again in crops of this many times its size: hands, ear rings and
 * folds are taken for a face in one crop and not in the next.
 */
const PROOF_SCALES = [1.6, 3.2] as const;

/** The intersection over union from which a crop shows the same face again. */
const PROOF_OVERLAP = 0.5;

/** The engine takes no smaller frame, in px on a side. */
const LEAST_SIDE_PX = 16;

/** Two boxes that overlap by this share of the smaller one are the same face. */
const SAME_FACE_OVERLAP = 0.4;

/** A group picture holds fewer; beyond it the search costs seconds and finds patterns. */
const MOST_FACES = 64;

/** Smaller faces than this share of the largest one's width are passers-by or patterns. */
const SMALLEST_SHARE = 0.2;

/** A picture without a face is turned, in degrees clockwise: the detector sees no head that lies on its side. */
const TURNS = [90, 270, 180] as const;

/** The widest face that a tile looks for, as a share of its side: wider ones are seen in larger views. */
const WIDEST_IN_TILE = 0.5;

function overlapShare(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - Math.max(a.xPx, b.xPx);
  const height = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - Math.max(a.yPx, b.yPx);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.max(1, Math.min(a.widthPx * a.heightPx, b.widthPx * b.heightPx));
}

function overUnion(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - Math.max(a.xPx, b.xPx);
  const height = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - Math.max(a.yPx, b.yPx);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (a.widthPx * a.heightPx + b.widthPx * b.heightPx - width * height);
}

function squareAround({ xPx, yPx, widthPx, heightPx }: FaceBox, scale: number): FaceBox {
  const side = Math.max(LEAST_SIDE_PX, Math.round(Math.max(widthPx, heightPx) * scale));
  const x = Math.round(xPx + widthPx / 2 - side / 2);
  const y = Math.round(yPx + heightPx / 2 - side / 2);
  return { xPx: x, yPx: y, widthPx: side, heightPx: side };
}

const shifted = (box: FaceBox, { xPx, yPx }: FaceBox): FaceBox => ({
  ...box,
  xPx: box.xPx + xPx,
  yPx: box.yPx + yPx,
});

/** What was seen in a view, in the coordinates of the picture. */
function moved(seen: FaceObservation, view: FaceBox, picture: StillPicture): FaceObservation {
  const landmarks = seen.landmarks.map((value, index) =>
    index % 3 === 0 ? value + view.xPx : index % 3 === 1 ? value + view.yPx : value,
  );
  const box = shifted(seen.box, view);
  return { ...seen, landmarks, box, frameWidthPx: picture.widthPx, frameHeightPx: picture.heightPx };
}

/** Whether the middle of a box lies in the picture: a face that is mostly outside is guessed, not seen. */
function isInside({ xPx, yPx, widthPx, heightPx }: FaceBox, picture: StillPicture): boolean {
  const [x, y] = [xPx + widthPx / 2, yPx + heightPx / 2];
  return x >= 0 && y >= 0 && x < picture.widthPx && y < picture.heightPx;
}

function paintOver(picture: StillPicture, box: FaceBox): void {
  const fromX = Math.max(0, Math.floor(box.xPx));
  const toX = Math.max(fromX, Math.min(picture.widthPx, Math.ceil(box.xPx + box.widthPx)));
  const toY = Math.min(picture.heightPx, Math.ceil(box.yPx + box.heightPx));
  for (let y = Math.max(0, Math.floor(box.yPx)); y < toY; y += 1) {
    const row = y * picture.widthPx;
    picture.data.fill(128, (row + fromX) * 4, (row + toX) * 4);
  }
}

/** What {@link findFaces} takes besides the picture and the engine. */
export interface FindFacesOptions {
  signal?: AbortSignalLike | undefined;
  /**
   * Faces narrower than this share of the largest one's width are not looked for, in (0, 1]. With 0.5, which is all that
   * `describeFace` asks, most pictures take a tenth of the time.
   * @default 0.2
   */
  smallestShare?: number;
}

/**
 * Every face of a still picture, with landmarks, largest first. The engine follows one face of a camera; so the picture
 * is looked at in several views, and each face that was found is painted over before the next look. Tiles follow for
 * small faces, unless a large one says that they are passers-by; where nothing was found, the picture is turned.
 *
 * @param landmarker loaded
 * @throws HuotiError ABORTED, and what the landmarker throws
 * @example const faces = await findFaces(picture, landmarker, { signal });
 */
export async function findFaces(
  picture: StillPicture,
  landmarker: FaceLandmarker,
  { signal, smallestShare = SMALLEST_SHARE }: FindFacesOptions = {},
): Promise<readonly FaceObservation[]> {
  const found: FaceObservation[] = [];
  const views = wholeViews(picture);
  const canvas: StillPicture = { ...picture, data: Uint8ClampedArray.from(picture.data) };
  const known = (box: FaceBox): boolean =>
    found.some((face) => overlapShare(face.box, box) > SAME_FACE_OVERLAP);

  const look = async (view: FaceBox, turn: Turn = 0): Promise<readonly FaceObservation[]> => {
    if (signal?.aborted) throw abortedError(signal);
    landmarker.reset();
    const piece = cropPicture(canvas, view);
    const frame = { ...piece, mirrored: false, timestampMs: 0, close: () => undefined };
    const seen = await landmarker.detect({ ...frame, rotationDegrees: turn }, { signal });
    return seen.map((face) => moved(turnBack(face, turn, piece), view, picture));
  };
  const isProven = async ({ box }: FaceObservation, turn: Turn): Promise<boolean> => {
    for (const scale of PROOF_SCALES) {
      const [again] = await look(squareAround(box, scale), turn);
      if (!again || overUnion(again.box, box) < PROOF_OVERLAP) return false;
    }
    return true;
  };
  /** Keeps a face that is new and paints it over; tells whether it did. */
  const keep = async (
    face: FaceObservation | undefined,
    isSure: boolean,
    turn: Turn = 0,
  ): Promise<boolean> => {
    if (!face || face.landmarks.length === 0 || known(face.box) || !isInside(face.box, picture)) return false;
    const widest = Math.max(0, ...found.map(({ box }) => box.widthPx));
    if (!isSure && (face.box.widthPx < widest * smallestShare || !(await isProven(face, turn)))) return false;
    found.push(face);
    paintOver(canvas, face.box);
    return true;
  };
  const search = async (view: FaceBox): Promise<void> => {
    while (found.length < MOST_FACES) {
      const [main, ...others] = await look(view);
      // The face that the engine sees first is what a camera would be judged by: it needs no proof.
      let kept = await keep(main, found.length === 0 && view === views[0]);
      for (const { box } of others) {
        if (known(box)) continue;
        const [other] = await look(squareAround(box, CROP_SCALE));
        kept = (await keep(other, false)) || kept;
      }
      if (!kept) return;
    }
  };

  for (const view of views) await search(view);
  for (const tiles of tileViews(picture)) {
    const widest = Math.max(0, ...found.map(({ box }) => box.widthPx));
    if ((tiles[0]?.widthPx ?? 0) * WIDEST_IN_TILE < widest * smallestShare) break;
    for (const tile of tiles) await search(tile);
  }
  for (const turn of TURNS) {
    for (const view of views) {
      if (found.length === 0) await keep((await look(view, turn))[0], false, turn);
    }
  }
  return found.sort((a, b) => b.box.widthPx - a.box.widthPx);
}
