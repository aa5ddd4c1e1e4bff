import type { Attack } from './Attack.js';
import { createLiveAct } from './createLiveAct.js';
import { inject } from './inject.js';
import { showOfAct } from './showOfAct.js';

/** Least and most time that looking at the screen, rendering and injecting takes, in ms. */
const LEAST_DELAY_MS = 300;
const MOST_DELAY_MS = 1500;

/** Footage that is lit by the right colours, too late. */
export const delayedLight: Attack = {
  name: 'delayed-light',
  needs: 'footage',
  plan: 'own',
  method: 'injected',
  create: (cast) => {
    const delayMs = cast.random.between(LEAST_DELAY_MS, MOST_DELAY_MS);
    const live = createLiveAct(cast, cast.performer());
    return inject(showOfAct(live, (screen) => ({ colourAt: (atMs) => screen.colourAt(atMs - delayMs) })));
  },
};
