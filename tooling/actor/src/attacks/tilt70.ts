import type { Attack } from './Attack.js';
import { createPrintAct } from './flat/createPrintAct.js';

/**
 * A flat photo tilted by 50 to 70 degrees before a wide lens (50 to 90 degrees): the nose goes as far over the cheek's edge as
 * a head's that turns.
 */
export const tilt70: Attack = {
  name: 'tilt-70',
  needs: 'still',
  plan: 'either',
  method: 'presented',
  create: (cast) =>
    createPrintAct(cast, {
      sway: cast.random.between(0.5, 1.2),
      turnRadians: cast.random.between(0.87, 1.22),
      nodRadians: cast.random.between(0.4, 0.8),
      approaches: true,
      fieldOfView: cast.random.between(0.87, 1.57),
    }),
};
