import { CANONICAL_FACE } from './canonicalFace.js';
import { seededNumbers } from './seededNumbers.js';
import type { SubjectPerson } from './SubjectPerson.js';

/** How much heads differ in breadth, height and depth: about 6 % either way (standing in for anthropometry). */
const BREADTH = 0.06;
/** Height of the smooth bumps that make a face another one, in cm. */
const BUMP_CM = 0.22;
const BUMPS = 8;

/**
 * The face of one person: the canonical one, stretched and bent a little, the same on both sides.
 *
 * @returns 468 points, x y z each, in cm, axes of the canonical face
 */
export function shapeHead({ seed = 1, headWidth = 1 }: SubjectPerson): Float32Array {
  const next = seededNumbers(seed * 7919 + 17);
  const around = (spread: number): number => 1 + spread * (2 * next() - 1);
  const stretch = [headWidth * around(BREADTH), around(BREADTH), around(BREADTH)];
  const bumps = Array.from({ length: BUMPS }, () => ({
    x: 8 * next(),
    y: 18 * next() - 9,
    width: 2.5 + 3 * next(),
    height: [0, 1, 2].map(() => BUMP_CM * (2 * next() - 1)),
  }));
  const head = Float32Array.from(CANONICAL_FACE);
  for (let index = 0; index < head.length; index += 3) {
    const x = CANONICAL_FACE[index] ?? 0;
    const y = CANONICAL_FACE[index + 1] ?? 0;
    for (const axis of [0, 1, 2] as const) {
      let value = (head[index + axis] ?? 0) * (stretch[axis] ?? 1);
      for (const bump of bumps) {
        const away = ((Math.abs(x) - bump.x) ** 2 + (y - bump.y) ** 2) / (bump.width * bump.width);
        const side = axis === 0 ? Math.tanh(x) : 1;
        value += side * (bump.height[axis] ?? 0) * Math.exp(-away);
      }
      head[index + axis] = value;
    }
  }
  return head;
}
