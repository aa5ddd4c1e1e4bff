import type { Attack } from './Attack.js';
import { createFaceSwap } from './createFaceSwap.js';
import { createLiveAct } from './createLiveAct.js';
import { inject } from './inject.js';
import { showOfAct } from './showOfAct.js';

/**
 * The person's face on somebody who does what is asked, lit by the right colours at the right time, injected. Nothing here
 * stops whoever can do this: it is reported, without a target.
 */
export const puppet: Attack = {
  name: 'puppet',
  needs: 'still-and-other',
  plan: 'own',
  method: 'injected',
  create: (cast) => {
    const { canonicalFace, still } = cast;
    const swapped = createFaceSwap({ canonicalFace, performer: cast.other(), face: still });
    return inject(showOfAct(createLiveAct(cast, swapped), (screen) => screen));
  },
};
