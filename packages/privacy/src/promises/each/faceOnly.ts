import type { PolicyPromise } from '../PolicyPromise.js';

export const FACE_ONLY: PolicyPromise = {
  id: 'face-only',
  section: '1.3',
  promise: 'Only the face is taken, by the camera permission, for liveness and comparison.',
  does: 'Frames live in memory. Age, sex and mood are never computed: no such model is in the bundle. What leaves the device is set by the level of evidence; pictures are cut to the face and other faces in them are made unrecognisable first.',
  tests: [],
  integrator: 'Ask for no higher level than your risk needs, and use results and pictures for nothing else.',
};
