/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'notice',
  breaks: 'The hash in the receipt is of less than what was shown',
  edits: [
    {
      file: 'packages/privacy/src/notice/makeNotice.ts',
      find: '    textHash: sha256Hex(text),',
      replace: '    textHash: sha256Hex(title),',
    },
  ],
  test: {
    package: 'packages/privacy',
    file: 'src/notice/createNotice.test.ts',
    title: 'is all that stands on the screen, and its hash is of that text',
  },
};
