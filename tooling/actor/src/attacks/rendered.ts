import type { Attack } from './Attack.js';
import { createPersonaAct } from './createPersonaAct.js';

/**
 * A drawn person, injected without saying so. One in two looks at the screen and renders its light at once; the other was
 * rendered ahead of the light.
 */
export const rendered: Attack = {
  name: 'rendered',
  needs: 'drawn',
  plan: 'all',
  method: 'injected',
  create: (cast) => createPersonaAct(cast, { seesLight: cast.random.next() < 0.5, persona: cast.drawn }),
};
