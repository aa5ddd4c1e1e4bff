import type { PolicyPromise } from '../PolicyPromise.js';

export const PLATFORM_RULE: PolicyPromise = {
  id: 'platform-rule',
  section: 'rules of the WeChat platform',
  promise: "A mini-program that captures or keeps a face uses the platform's own verification.",
  does: 'The adapter for mini-programs has a mode for it, and the server refuses evidence from a WeChat host unless the operator says that it has a clearance.',
  tests: [{ file: 'packages/server/src/platform/platform.test.ts' }],
  integrator: 'Have the clearance before you say so.',
};
