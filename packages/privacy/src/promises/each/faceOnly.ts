import type { PolicyPromise } from '../PolicyPromise.js';

export const FACE_ONLY: PolicyPromise = {
  id: 'face-only',
  section: '1.3',
  promise: 'Only the face is taken, by the camera permission, for liveness and comparison.',
  does: 'Frames live in memory. Age, sex and mood are never computed: no such model is in the bundle. What leaves the device is set by the level of evidence; pictures are cut to the face and other faces in them are made unrecognisable first.',
  tests: [
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title: 'at level %s without a service: none at all',
    },
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title: 'at level trace are numbers: no picture in any form, and no room for one',
    },
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title:
        'at level frames are the pictures that the server named, each a crop without any facts of its own',
    },
    {
      file: 'tooling/proofs/test/sbom.test.ts',
      title: 'tell what a page gets from what the server gets: no model that compares faces goes to a page',
    },
    { file: 'packages/core/src/frame/cropFace.test.ts', title: 'other people in the crop' },
  ],
  integrator: 'Ask for no higher level than your risk needs, and use results and pictures for nothing else.',
};
