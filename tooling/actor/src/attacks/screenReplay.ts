import type { Attack } from './Attack.js';
import { createScreenAct } from './flat/createScreenAct.js';
import { showOfPerformer } from './showOfPerformer.js';

/** The person's own footage, cut so that it does what is asked, shown on a screen. */
export const screenReplay: Attack = {
  name: 'screen-replay',
  needs: 'footage',
  plan: 'own',
  method: 'presented',
  create: (cast) => createScreenAct(cast, showOfPerformer(cast.performer())),
};
