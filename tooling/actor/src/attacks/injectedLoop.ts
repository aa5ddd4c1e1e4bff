import type { Attack } from './Attack.js';
import { createLoop } from './createLoop.js';
import { inject } from './inject.js';

/** A few seconds of the person doing everything that may be asked, over and over, injected. */
export const injectedLoop: Attack = {
  name: 'injected-loop',
  needs: 'footage',
  plan: 'own',
  method: 'injected',
  create: (cast) => inject(createLoop(cast)),
};
