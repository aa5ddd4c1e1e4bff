import type { Oval } from './Oval.js';

/**
 * Width over height of the oval, no unit. Adults' faces, chin to hairline, are near 0.75 (the head with hair a little
 * narrower): a taller oval leaves room for the nod, a rounder one for the turn.
 */
export const OVAL_ASPECT = 0.76;
/** Largest height, in px: beyond it a desktop window gains nothing and the eyes have to travel. */
export const OVAL_MAX_HEIGHT_PX = 440;
/** Room for the ring and the direction cue around the oval, in px a side. */
export const OVAL_MARGIN_PX = 14;

/**
 * The largest oval that fits into a view, in its middle. Never negative, whatever the view.
 *
 * @example ovalFor(375, 480) // { centreX: 187.5, centreY: 240, radiusX: 167.2, radiusY: 220 }
 */
export function ovalFor(viewWidthPx: number, viewHeightPx: number): Oval {
  const roomX = Math.max(0, viewWidthPx - 2 * OVAL_MARGIN_PX);
  const roomY = Math.max(0, viewHeightPx - 2 * OVAL_MARGIN_PX);
  const height = Math.min(roomY, roomX / OVAL_ASPECT, OVAL_MAX_HEIGHT_PX);
  return {
    centreX: viewWidthPx / 2,
    centreY: viewHeightPx / 2,
    radiusX: (height * OVAL_ASPECT) / 2,
    radiusY: height / 2,
  };
}
