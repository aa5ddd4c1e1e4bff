import { BLACK } from './hairColours.js';

/** What a persona has unless it says otherwise. */
export const PLAIN_TRAITS = {
  age: 0.2,
  freckles: 0,
  lashes: 0.6,
  beard: { style: 'none', colour: BLACK },
  glasses: null,
  scarf: null,
  mask: null,
} as const;
