/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'refusal',
  breaks: 'A model is fetched while the person still reads the notice',
  edits: [
    {
      file: 'packages/ui-browser/src/consent/openAsking.ts',
      find: '  const { guardian, renew, ...asked } = settings;',
      replace: `  void fetch('/huoti/face-attention.bin').catch(() => undefined);
  const { guardian, renew, ...asked } = settings;`,
    },
  ],
  test: {
    package: 'packages/ui-browser',
    file: 'test/consent.test.ts',
    title: 'from the press on start to the answer there is no camera, request, worker, storage or timer',
  },
};
