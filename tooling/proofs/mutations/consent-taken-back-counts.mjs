/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'rights',
  breaks: 'A consent that was taken back still begins a session',
  edits: [
    {
      file: 'packages/server/src/consent/refuseUnconsented.ts',
      find: '  if (await isTakenBack(tx, consent)) {',
      replace: `  if ((await isTakenBack(tx, consent)) && consent.id === '') {`,
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/consent/takenBack.test.ts',
    title: 'begins nothing, and can not be sent once more in the same session',
  },
};
