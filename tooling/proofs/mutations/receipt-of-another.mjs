/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'consent-receipts',
  breaks: 'A receipt of another session leads to a plan',
  edits: [
    {
      file: 'packages/server/src/consent/refuseUnconsented.ts',
      find: '    consent.sessionId !== session.id ||',
      replace: `    consent.sessionId === '' ||`,
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/consent/hostileConsents.test.ts',
    title: 'of another session begins none',
  },
};
