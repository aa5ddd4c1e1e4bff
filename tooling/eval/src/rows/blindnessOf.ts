import type { Presentation } from './Presentation.js';

/**
 * What the fitted numbers know of a row: `fitted` on it, `unseen` altogether, or `half-seen`: its people or the way its light was
 * made. Sessions are fitted on people of one half under one of the two lighting models, which were written apart, and reported
 * on the other half under the other.
 */
export type Blindness = 'fitted' | 'half-seen' | 'unseen';

/** Where a row stands. */
export function blindnessOf({ part, staged }: Presentation): Blindness {
  const seenPeople = part === 'train';
  if (staged === undefined) return seenPeople ? 'fitted' : 'unseen';
  const seenLight = staged.lightModel === 'point';
  if (seenPeople !== seenLight) return 'half-seen';
  return seenPeople ? 'fitted' : 'unseen';
}
