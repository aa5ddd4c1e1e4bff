import type { Attack } from './Attack.js';
import { createPrintAct } from './flat/createPrintAct.js';

/** A printed photo bent around a bottle, or bent by the hands when something is asked for, and tilted. */
export const printBent: Attack = {
  name: 'print-bent',
  needs: 'still',
  plan: 'either',
  method: 'presented',
  create: (cast) => {
    const { random } = cast;
    const always = random.next() < 0.5;
    return createPrintAct(cast, {
      sway: random.between(0.6, 1.3),
      turnRadians: random.between(0.3, 0.8),
      nodRadians: random.between(0.2, 0.5),
      approaches: true,
      // A radius of 8 cm is a bottle's, 14 a sheet between two hands.
      restBend: always ? 1 / random.between(8, 14) : 0,
      bend: 1 / random.between(9, 25),
    });
  },
};
