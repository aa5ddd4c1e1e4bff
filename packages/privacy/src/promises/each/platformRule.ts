import type { PolicyPromise } from '../PolicyPromise.js';

export const PLATFORM_RULE: PolicyPromise = {
  id: 'platform-rule',
  section: 'rules of the WeChat platform',
  promise: "A mini-program that captures or keeps a face uses the platform's own verification.",
  does: 'The adapter for mini-programs has a mode for it, and the server refuses evidence from a WeChat host unless the operator says that it has a clearance.',
  tests: [
    {
      file: 'packages/server/src/hosts/hosts.test.ts',
      title: 'that is refused has begun nothing: no try, no host, no plan',
    },
    {
      file: 'packages/server/src/hosts/hosts.test.ts',
      title: 'sends no pictures without a clearance, and says what to do',
    },
    {
      file: 'packages/server/src/platform/platform.test.ts',
      title: 'runs in no host but that of its platform',
    },
    {
      file: 'packages/server/src/platform/platform.test.ts',
      title: 'stands nowhere in clear, from the issue to the verdict',
    },
    {
      file: 'packages/server/src/platform/platform.test.ts',
      title: 'is gone with its key as soon as there is a verdict',
    },
  ],
  integrator: 'Have the clearance before you say so.',
};
