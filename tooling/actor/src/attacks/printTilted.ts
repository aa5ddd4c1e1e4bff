import type { Attack } from './Attack.js';
import { createPrintAct } from './flat/createPrintAct.js';

/** A printed photo that is tilted to the asked side by 20 to 50 degrees, nodded with, and brought near. */
export const printTilted: Attack = {
  name: 'print-tilted',
  needs: 'still',
  plan: 'either',
  method: 'presented',
  create: (cast) =>
    createPrintAct(cast, {
      sway: cast.random.between(0.6, 1.4),
      turnRadians: cast.random.between(0.35, 0.87),
      nodRadians: cast.random.between(0.3, 0.6),
      approaches: true,
    }),
};
