import type { PolicyPromise } from '../PolicyPromise.js';

export const RECEIPTS: PolicyPromise = {
  id: 'consent-receipts',
  section: '1.3, 3.1',
  promise: 'Consent is asked for each thing by itself, and can be shown afterwards.',
  does: "Questions are separate and unticked. Without a valid receipt for the session's level the server refuses to begin. A receipt holds who, what, when, which text and which language, and never a face.",
  tests: [
    {
      file: 'packages/server/src/consent/hostileConsents.test.ts',
      title: '%s is refused, closed, and the session does not begin',
    },
    {
      file: 'packages/server/src/consent/hostileConsents.test.ts',
      title: 'leaves a receipt that says what was shown, each answer, the age, and when',
    },
    { file: 'packages/server/src/consent/hostileConsents.test.ts', title: 'of another session begins none' },
    { file: 'packages/ui-browser/test/consent.test.ts', title: 'is one box for each question, none ticked' },
    {
      file: 'packages/ui-taro/test/consent.test.tsx',
      title: 'has every question unticked, each with a box of its own that a screen reader knows',
    },
    {
      file: 'apps/liveness-server/test/http/consent.test.ts',
      title: 'answers 403 to one that does not fit, and says what to do: the plan stays closed',
    },
  ],
  integrator: 'Use your own opaque names for people, never a name or a number of an identity card.',
};
