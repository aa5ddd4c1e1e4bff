/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'templates',
  breaks: 'A template is sealed as it is, not turned',
  edits: [
    {
      file: 'packages/server/src/references/sealTemplate.ts',
      find: '    bytes: serializeTemplate(turned),',
      replace: '    bytes: serializeTemplate(turned === null ? turned : template),',
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/references/revocation.test.ts',
    title: 'is turned otherwise in each row: two rows of one face match no better than two of strangers',
  },
};
