import type { PolicyPromise } from '../PolicyPromise.js';

export const POLICY_UPDATES: PolicyPromise = {
  id: 'policy-updates',
  section: '5',
  promise: 'A changed policy is published first, holds from the next day on and lessens no rights.',
  does: "Versions come into force the day after publication at 00:00 in the operator's zone. A version that would lessen rights is refused when the deployment is read. Where a version takes more or less, an older receipt is no longer good and people are asked again.",
  tests: [],
  integrator: "Publish the text where people find it, and keep old versions in the deployment's file.",
};
