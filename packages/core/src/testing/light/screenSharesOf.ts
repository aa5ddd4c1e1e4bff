import { REGION_SURFACES } from './regionSurfaces.js';

/**
 * How much light of a screen before the face falls on each of its eight parts, over what a patch would get that faces the screen at
 * its distance: Lambert's cosine, and the square of the distance.
 *
 * @param distanceCm from the screen to the tip of the nose
 */
export function screenSharesOf(distanceCm: number): readonly number[] {
  const nearest = Math.max(...REGION_SURFACES.map(({ centre }) => centre[2]));
  return REGION_SURFACES.map(({ centre: [x, y, z], normal }) => {
    const away = distanceCm + nearest - z;
    const distance = Math.sqrt(x * x + y * y + away * away);
    const cosine = Math.max(0, (-x * normal[0] - y * normal[1] + away * normal[2]) / distance);
    return (cosine * distanceCm * distanceCm) / (distance * distance);
  });
}
