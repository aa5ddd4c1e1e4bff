import type { SpoofRule } from './SpoofRule.js';

/**
 * What ends a judgement at once. Several faces and a face that changed are endings of the session itself (session/machine) and
 * stand not here.
 */
export const HARD_RULES: readonly SpoofRule[] = [
  // The same stretch of frames twice: no camera gives it, whatever the face in it does.
  { name: 'loop', signal: 'frame-repeats', measure: 'loop', atLeast: 1 },
];
