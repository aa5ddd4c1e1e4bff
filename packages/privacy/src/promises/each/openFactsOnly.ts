import type { PolicyPromise } from '../PolicyPromise.js';

export const OPEN_FACTS_ONLY: PolicyPromise = {
  id: 'open-facts-only',
  section: '1.3',
  promise: 'Of the device only open facts are read, to fit it and to speak its language.',
  does: 'One module reads `navigator.userAgent`, `language(s)` and `connection.type`; every other read is declared with its reason in the inventory, and there is no canvas, font, GPU, plugin, screen-size or sensor fingerprint.',
  tests: [
    {
      file: 'apps/demo-wechat/test/executed/people.test.ts',
      title: '$clip, $phone: completes $plan; nothing leaves the device, and nothing is left running',
    },
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title: 'reads nothing that the inventory does not declare, in pages, frames and workers',
    },
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title: 'at level %s say of the device only the facts of the policy',
    },
    {
      file: 'tooling/proofs/test/browser/watchSees.test.ts',
      title: 'finds undeclared what tells devices apart, and says who read it',
    },
    {
      file: 'packages/privacy/src/inventory/inventory.test.ts',
      title: 'hold nothing that tells one device from another',
    },
    {
      file: 'packages/adapter-wechat/src/facts/readMiniProgramFacts.test.ts',
      title: 'is app, version, system, language and network, and nothing else',
    },
    {
      file: 'packages/adapter-browser/src/camera/listCameras.test.ts',
      title: 'gives ids and numbers, and no label',
    },
  ],
  integrator: 'A library that you load beside huoti may read more: that is yours to declare.',
};
