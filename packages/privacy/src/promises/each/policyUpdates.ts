import type { PolicyPromise } from '../PolicyPromise.js';

export const POLICY_UPDATES: PolicyPromise = {
  id: 'policy-updates',
  section: '5',
  promise: 'A changed policy is published first, holds from the next day on and lessens no rights.',
  does: "Versions come into force the day after publication at 00:00 in the operator's zone. A version that would lessen rights is refused when the deployment is read. Where a version takes more or less, an older receipt is no longer good and people are asked again.",
  tests: [
    {
      file: 'packages/privacy/src/versions/versions.test.ts',
      title: 'in %s one published at %s is in force from %s on',
    },
    {
      file: 'packages/privacy/src/versions/versions.test.ts',
      title: 'a later one holds from the first ms of the next day in the operator’s zone, and not before',
    },
    {
      file: 'packages/privacy/src/deployment/parseDeployment.test.ts',
      title: 'refuses a later version that lessens rights',
    },
    { file: 'packages/server/src/consent/policyBoundary.test.ts', title: 'a new version of the policy' },
    {
      file: 'packages/ui-browser/test/consent.test.ts',
      title: 'a consent that the server finds outdated is asked for once more, with a line that says so',
    },
    {
      file: 'packages/server/src/retention/versions.test.ts',
      title: 'that keep longer do so for what is taken from their day on, not for what is there',
    },
  ],
  integrator: "Publish the text where people find it, and keep old versions in the deployment's file.",
};
