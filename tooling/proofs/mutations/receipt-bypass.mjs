/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'consent-receipts',
  breaks: 'A session begins without looking at its receipt',
  edits: [
    {
      file: 'packages/server/src/sessions/beginPlan.ts',
      find: '    if (unconsented) return unconsented;',
      replace: '    void unconsented;',
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/consent/hostileConsents.test.ts',
    title: 'that is gone begins none',
  },
};
