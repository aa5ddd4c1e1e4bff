import type { PolicyPromise } from '../PolicyPromise.js';

export const NOTICE: PolicyPromise = {
  id: 'notice',
  section: 'preamble, 2; facial recognition measures, articles 5 and 6',
  promise: 'People are told beforehand, in words that they understand.',
  does: "The data inventory is machine-readable and generates the notice in six languages, the row for an app store's list of SDKs and the impact assessment. A consent's receipt holds the version and the hashes of what was shown, and the server computes them itself.",
  tests: [],
  integrator:
    'Check the text with your lawyers, put your name and contact into the deployment, and name the SDK in your own policy.',
};
