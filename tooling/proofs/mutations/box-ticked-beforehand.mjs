/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'consent-receipts',
  breaks: 'The boxes of the notice are ticked when it opens',
  edits: [
    {
      file: 'packages/ui/src/consent/createConsentState.ts',
      find: '    ticked: [],',
      replace: '    ticked: notice.questions.map(({ choice }) => choice),',
    },
  ],
  test: {
    package: 'packages/ui-browser',
    file: 'test/consent.test.ts',
    title: 'is one box for each question, none ticked',
  },
};
