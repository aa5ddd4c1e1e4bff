import type { PolicyPromise } from '../PolicyPromise.js';

export const RECEIPTS: PolicyPromise = {
  id: 'consent-receipts',
  section: '1.3, 3.1',
  promise: 'Consent is asked for each thing by itself, and can be shown afterwards.',
  does: "Questions are separate and unticked. Without a valid receipt for the session's level the server refuses to begin. A receipt holds who, what, when, which text and which language, and never a face.",
  tests: [],
  integrator: 'Use your own opaque names for people, never a name or a number of an identity card.',
};
