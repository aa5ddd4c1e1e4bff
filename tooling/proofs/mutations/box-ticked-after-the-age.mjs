/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'consent-receipts',
  breaks: 'The boxes are ticked as soon as a person has said their age',
  edits: [
    {
      file: 'packages/ui/src/consent/reduceConsent.ts',
      find: '...AT_REST, ticked: [], unfolded: false };',
      replace: '...AT_REST, ticked: state.notice.questions.map(({ choice }) => choice), unfolded: false };',
    },
  ],
  test: {
    package: 'packages/ui',
    file: 'src/consent/reduceConsent.test.ts',
    title: 'asks each question by itself, and none is ticked',
  },
};
