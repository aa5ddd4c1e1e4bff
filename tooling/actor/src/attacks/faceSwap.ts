import type { Attack } from './Attack.js';
import { createFaceSwap } from './createFaceSwap.js';
import { inject } from './inject.js';
import { showOfPerformer } from './showOfPerformer.js';

/** The person's face, from a photo, put on somebody who does what is asked; rendered ahead, injected, lit by nothing. */
export const faceSwap: Attack = {
  name: 'face-swap',
  needs: 'still-and-other',
  plan: 'own',
  method: 'injected',
  create: ({ canonicalFace, still, other }) =>
    inject(showOfPerformer(createFaceSwap({ canonicalFace, performer: other(), face: still }))),
};
