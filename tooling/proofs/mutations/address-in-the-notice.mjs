/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'operator-fields-only',
  breaks: 'A page of somebody else stands in the notice',
  edits: [
    {
      file: 'packages/privacy/src/notice/words/en.ts',
      find: `'If you agree, you can take it back at any time: {contact}.'`,
      replace: `'If you agree, you can take it back at any time: {contact} or https://privacy.example.'`,
    },
  ],
  test: {
    package: 'packages/privacy',
    file: 'test/nobodysName.test.ts',
    title:
      'carry no number of a telephone and no address of a page or of post at all, but for laws and the operator’s fields',
  },
};
