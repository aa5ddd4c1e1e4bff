import type { PolicyPromise } from '../PolicyPromise.js';

export const NO_BEHAVIOUR: PolicyPromise = {
  id: 'no-behaviour',
  section: '1.2',
  promise: 'Nothing a person does afterwards is learned, directly or indirectly.',
  does: 'The client stores nothing, sets no cookie and sends no beacon; requests go without cookies, cache or referrer.',
  tests: [
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title: 'leaves the device’s storage as it was, byte for byte: empty',
    },
    { file: 'tooling/proofs/test/browser/watchSees.test.ts', title: 'sees what was stored' },
  ],
  integrator: 'Keep your own analytics away from the page of the check, or say so in your own notice.',
};
