import { fillValues } from '../pixels/fillValues.js';
import { FACE_OVAL } from './faceOval.js';
import type { LitSurface } from './LitScene.js';

/** Rings around the face's outline, as shares of the way from its middle: hair, ears, neck, and where they end. */
const RINGS = [1, 1.3, 1.75] as const;
/** Light on hair and neck over the face's mean: they are farther back and look elsewhere. Judgement. */
const BODY_SHARE = 0.5;
/** Below the chin the body goes on to the picture's edge. */
const DOWN = 4;

/**
 * Fills in what the mesh does not cover: hair, ears, neck and chest answer to the light as the face does, but less, and the
 * room behind takes over from them.
 *
 * @param values of the face's corners
 * @param background value of what lies behind
 */
export function fillBody(
  { points }: LitSurface,
  values: Float32Array,
  background: number,
  map: Float32Array,
  widthPx: number,
  heightPx: number,
): void {
  let mx = 0;
  let my = 0;
  let mean = 0;
  for (const point of FACE_OVAL) {
    mx += (points[point * 2] as number) / FACE_OVAL.length;
    my += (points[point * 2 + 1] as number) / FACE_OVAL.length;
  }
  for (const value of values) mean += value / values.length;
  const body = Math.max(background, mean * BODY_SHARE);
  const count = FACE_OVAL.length;
  const ringPoints = new Float32Array(count * RINGS.length * 2);
  const ringValues = new Float32Array(count * RINGS.length);
  const triangles: number[] = [];
  FACE_OVAL.forEach((point, at) => {
    const dx = (points[point * 2] as number) - mx;
    const dy = (points[point * 2 + 1] as number) - my;
    const below = dy > 0.55 * Math.hypot(dx, dy);
    RINGS.forEach((ring, index) => {
      const reach = below && index === RINGS.length - 1 ? DOWN : ring;
      const to = index * count + at;
      ringPoints[to * 2] = mx + dx * reach;
      ringPoints[to * 2 + 1] = my + dy * reach;
      // It begins as bright as the face's rim is there: a hairline is no edge of light.
      if (index === 0) ringValues[to] = values[point] as number;
      else ringValues[to] = index === RINGS.length - 1 && !below ? background : body;
      if (index === 0) return;
      const next = (at + 1) % count;
      const inner = (index - 1) * count;
      const outer = index * count;
      triangles.push(inner + at, outer + at, outer + next, inner + at, outer + next, inner + next);
    });
  });
  fillValues({ points: ringPoints, triangles }, ringValues, map, widthPx, heightPx);
}
