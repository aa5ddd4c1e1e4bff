import type { Attack } from './Attack.js';
import { createLiveAct } from './createLiveAct.js';
import { createScreenAct } from './flat/createScreenAct.js';
import { inject } from './inject.js';
import { otherColours } from './otherColours.js';
import { showOfAct } from './showOfAct.js';

/** The recording of a previous session of the same plan, with the light of that session: on a screen, or injected. */
export const sessionReplay: Attack = {
  name: 'replay-session',
  needs: 'footage',
  plan: 'own',
  method: 'either',
  create: (cast) => {
    const show = showOfAct(createLiveAct(cast, cast.performer()), otherColours(cast.random));
    return cast.random.next() < 0.5 ? inject(show) : createScreenAct(cast, show);
  },
};
