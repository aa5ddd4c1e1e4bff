import type { PolicyPromise } from '../PolicyPromise.js';

export const ON_DEVICE: PolicyPromise = {
  id: 'on-device',
  section: 'facial recognition measures, articles 8 and 10',
  promise: 'Face data stays on the device unless law or separate consent says otherwise.',
  does: 'Level `none` is what the client asks for by default; each higher level has its own unticked question. What leaves at each level is checked byte by byte.',
  tests: [
    { file: 'tooling/proofs/test/browser/session.test.ts', title: 'bytes that leave the device' },
    {
      file: 'packages/privacy/src/inventory/inventory.test.ts',
      title: 'lets nothing of the face leave at level none, points at trace, pictures at frames',
    },
    {
      file: 'packages/ui-browser/test/consent.test.ts',
      title: 'is one box for each question, none ticked',
    },
    { file: 'packages/privacy/src/documents/documents.test.ts', title: 'the impact assessment' },
    {
      file: 'packages/server/src/filing/filing.test.ts',
      title: 'begins at 80 % of the threshold, by whole people',
    },
  ],
  integrator:
    'Where you ask for more than `none`, be able to say why, and file with the authority in time: the service counts and warns.',
};
