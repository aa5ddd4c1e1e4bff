import type { FaceBox } from '../FaceObservation.js';
import type { StillPicture } from './StillPicture.js';

/** A margin of this share of the longer side brings faces that the edge cuts to where the detector looks. */
const MARGIN_SHARE = 0.3;

/** Tiles overlap by half, so that every face lies whole in one of them. */
const TILE_STEP = 0.5;

/** Smallest tile, in px. A face in it is some 20 px wide, and smaller ones hold no landmarks. */
const SMALLEST_TILE_PX = 128;

/** How many times the longer side is divided. */
const DIVISIONS = [2, 3.5, 6] as const;

/** The whole picture, and the same with a margin. */
export function wholeViews({ widthPx, heightPx }: StillPicture): readonly FaceBox[] {
  const margin = Math.round(Math.max(widthPx, heightPx) * MARGIN_SHARE);
  return [
    { xPx: 0, yPx: 0, widthPx, heightPx },
    { xPx: -margin, yPx: -margin, widthPx: widthPx + 2 * margin, heightPx: heightPx + 2 * margin },
  ];
}

const starts = (length: number, side: number): number[] => {
  const count = Math.max(1, Math.ceil((length - side) / (side * TILE_STEP)) + 1);
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? Math.round((length - side) / 2) : Math.round((index * (length - side)) / (count - 1)),
  );
};

/** Square tiles, a list for each size, large ones first: the detector sees 128 px a side, and small faces drown in it. */
export function tileViews({ widthPx, heightPx }: StillPicture): readonly (readonly FaceBox[])[] {
  return DIVISIONS.map((divisions) => Math.round(Math.max(widthPx, heightPx) / divisions))
    .filter((side) => side >= SMALLEST_TILE_PX)
    .map((side) =>
      starts(heightPx, side).flatMap((yPx) =>
        starts(widthPx, side).map((xPx) => ({ xPx, yPx, widthPx: side, heightPx: side })),
      ),
    );
}
