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
    const { canonicalFace, random, distanceCm } = cast;
    const show = showOfAct(
      createLiveAct({ canonicalFace, random, distanceCm, light: cast.otherLight() }, cast.performer()),
      otherColours(random),
    );
    return random.next() < 0.5 ? inject(show) : createScreenAct(cast, show);
  },
};
