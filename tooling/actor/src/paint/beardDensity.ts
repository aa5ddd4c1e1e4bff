import { abs, hypot, max } from '../random/maths.js';
import type { BeardStyle } from '../personas/Persona.js';
import { bell, readTable, smoothstep } from '../random/numbers.js';

/** Upper edge of a beard by distance from the middle of the face, in cm of the canonical head. */
const CHEEK_EDGE = [
  [0, -2.7],
  [1.6, -2.9],
  [3, -3.9],
  [4.6, -3.6],
  [6, -1.6],
  [6.8, 1.2],
  [8, 2.2],
] as const;

/** How much beard grows at a place of the canonical face (cm), in [0, 1]. Lips and the hollow below them stay bare. */
export function beardDensity(style: BeardStyle, headX: number, headY: number, headZ: number): number {
  const x = abs(headX);
  const lips = smoothstep(3.05, 2.55, hypot(x, (headY + 4.5) * 2));
  const bare = max(lips, 0.6 * bell(x - 0.9, 0.35) * bell(headY + 6.1, 0.35));
  const below = smoothstep(0.35, -0.45, headY - readTable(CHEEK_EDGE, x));
  const front = smoothstep(2.4, 3.6, headZ);
  if (style === 'none') return 0;
  if (style === 'moustache')
    return below * (1 - bare) * smoothstep(-4.9, -4.3, headY) * smoothstep(3.3, 2.7, x);
  if (style === 'goatee') return below * (1 - bare) * smoothstep(3.5, 2.7, x) * front;
  return below * (1 - bare);
}
