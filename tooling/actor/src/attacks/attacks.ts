import type { Attack } from './Attack.js';
import { cutOutEyes } from './cutOutEyes.js';
import { delayedLight } from './delayedLight.js';
import { faceSwap } from './faceSwap.js';
import { injectedLoop } from './injectedLoop.js';
import { printBent } from './printBent.js';
import { printStill } from './printStill.js';
import { printTilted } from './printTilted.js';
import { puppet } from './puppet.js';
import { rendered } from './rendered.js';
import { screenReplay } from './screenReplay.js';
import { sessionReplay } from './sessionReplay.js';
import { slideshow } from './slideshow.js';
import { swapMidSession } from './swapMidSession.js';
import { tilt70 } from './tilt70.js';
import { twoFaces } from './twoFaces.js';

/** Every species of attack that the workshop makes. */
export const ATTACKS: readonly Attack[] = [
  printStill,
  printTilted,
  printBent,
  tilt70,
  cutOutEyes,
  screenReplay,
  sessionReplay,
  delayedLight,
  injectedLoop,
  slideshow,
  faceSwap,
  twoFaces,
  swapMidSession,
  rendered,
  puppet,
];
