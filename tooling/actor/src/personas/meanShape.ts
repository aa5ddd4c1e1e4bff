import type { HeadShape } from './Persona.js';

/** The mean head. */
export const MEAN_SHAPE: HeadShape = {
  width: 1,
  length: 1,
  jawWidth: 1,
  chinLength: 1,
  cheekFullness: 1,
  noseWidth: 1,
  noseLength: 1,
  noseHeight: 1,
  eyeSize: 1.13,
  eyeSpacing: 1,
  eyeOpening: 1.1,
  eyeSlant: 0,
  lipFullness: 1,
  mouthWidth: 1,
  browHeight: 1,
};
