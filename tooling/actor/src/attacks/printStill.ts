import type { Attack } from './Attack.js';
import { createPrintAct } from './flat/createPrintAct.js';

/** A printed photo, held still by a hand or a stand. */
export const printStill: Attack = {
  name: 'print-still',
  needs: 'still',
  plan: 'all',
  method: 'presented',
  create: (cast) =>
    createPrintAct(cast, {
      sway: cast.random.next() < 0.3 ? 0.02 : cast.random.between(0.3, 1),
      turnRadians: 0,
      nodRadians: 0,
      approaches: false,
    }),
};
