/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'open-facts-only',
  breaks: 'The worker reads the number of cores before `navigator` is hidden from it',
  edits: [
    {
      file: 'packages/adapter-browser/src/worker/landmarkerWorker.ts',
      find: 'hideNavigator(self);',
      replace: 'if (navigator.hardwareConcurrency > 0) hideNavigator(self);',
    },
  ],
  rebuild: ['adapter-browser', 'worker', 'page'],
  test: {
    package: 'tooling/proofs',
    file: 'test/browser/session.test.ts',
    title: 'reads nothing that the inventory does not declare, in pages, frames and workers',
    within: 'a whole session in a real browser, none',
  },
};
