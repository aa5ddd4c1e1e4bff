import { fitSimilarity } from '../pixels/fitSimilarity.js';
import { moveLandmarks } from '../pixels/moveLandmarks.js';
import type { Random } from '../random/createRandom.js';
import type { Footage } from './Footage.js';
import type { Pieces } from './Pieces.js';

/** Points in which a difference of pose or expression shows: outline, brows, lids, nose, lips. */
const TELLING_POINTS = [
  10, 152, 234, 454, 70, 300, 105, 334, 159, 145, 386, 374, 1, 13, 14, 61, 291,
] as const;

/** Of the frames that match about as well as the best, one is drawn. As a share over the best distance. */
const AS_GOOD = 1.35;
/** Frames that were shown before count as farther by this factor. */
const SHOWN_BEFORE = 2;

/**
 * The frame at rest that is most like a frame in pose and expression, once both faces are laid onto each other.
 *
 * @param avoid frames that were shown before
 * @returns `null` where the recording has no rest
 */
export function nearestRest(
  footage: Footage,
  { neutral }: Pieces,
  frame: number,
  { avoid, random }: { avoid: ReadonlySet<number>; random: Random },
): number | null {
  const here = footage.landmarks(frame);
  if (!here) return neutral[0]?.[0] ?? null;
  const moved = new Float32Array(here.length);
  const found: { at: number; distance: number }[] = [];
  for (const [first, last] of neutral) {
    for (let at = first; at <= last; at += 2) {
      const there = footage.landmarks(at);
      if (!there) continue;
      const move = fitSimilarity(there, here);
      moveLandmarks(there, move, moved);
      let square = 0;
      for (const point of TELLING_POINTS) {
        const dx = (moved[point * 3] as number) - (here[point * 3] as number);
        const dy = (moved[point * 3 + 1] as number) - (here[point * 3 + 1] as number);
        square += dx * dx + dy * dy;
      }
      // The picture around moves with the face: a long way shows, even where the faces match.
      const shift = Math.hypot(
        (there[3] as number) - (here[3] as number),
        (there[4] as number) - (here[4] as number),
      );
      const distance = Math.sqrt(square / TELLING_POINTS.length) + 0.1 * shift + 0.5;
      found.push({ at, distance: avoid.has(at) ? distance * SHOWN_BEFORE : distance });
    }
  }
  const best = Math.min(...found.map(({ distance }) => distance));
  const good = found.filter(({ distance }) => distance <= best * AS_GOOD);
  return good[Math.floor(random.next() * good.length)]?.at ?? null;
}
