import type { Attack } from '../attacks/Attack.js';
import { createLiveAct } from '../attacks/createLiveAct.js';
import { createPersonaAct } from '../attacks/createPersonaAct.js';

/** Genuine presentations, described as species are: what an attack is measured against. */
export const GENUINE: readonly Attack[] = [
  {
    name: 'live',
    needs: 'footage',
    plan: 'own',
    method: 'presented',
    create: (cast) => createLiveAct(cast, cast.performer()),
  },
  {
    name: 'synthetic',
    needs: 'drawn',
    plan: 'all',
    method: 'presented',
    create: (cast) => createPersonaAct(cast, { seesLight: true, persona: cast.drawn }),
  },
];
