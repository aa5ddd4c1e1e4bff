/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'on-device',
  breaks: 'Pictures leave the device without a question of their own',
  edits: [
    {
      file: 'packages/privacy/src/consent/requiredChoices.ts',
      find: `level === 'none' ? []`,
      replace: `level !== 'trace' ? []`,
    },
  ],
  test: {
    package: 'packages/privacy',
    file: 'src/notice/createNotice.test.ts',
    title: 'asks each by itself, and pictures in the place of points',
  },
};
