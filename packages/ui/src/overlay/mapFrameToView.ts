import type { FaceBox } from '@huoti/core';

/** A size in px. */
export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Where a box of the upright, unmirrored frame lies in a view that shows the frame filled and centred (`object-fit:
 * cover`), mirrored where it is a selfie view.
 *
 * @param options.mirrored whether the view shows left and right swapped
 * @default options.mirrored false
 */
export function mapFrameToView(
  box: FaceBox,
  frame: Size,
  view: Size,
  { mirrored = false }: { mirrored?: boolean } = {},
): FaceBox {
  const scale = Math.max(view.widthPx / frame.widthPx, view.heightPx / frame.heightPx);
  const offsetX = (view.widthPx - frame.widthPx * scale) / 2;
  const offsetY = (view.heightPx - frame.heightPx * scale) / 2;
  const xPx = box.xPx * scale + offsetX;
  const widthPx = box.widthPx * scale;
  return {
    xPx: mirrored ? view.widthPx - xPx - widthPx : xPx,
    yPx: box.yPx * scale + offsetY,
    widthPx,
    heightPx: box.heightPx * scale,
  };
}
