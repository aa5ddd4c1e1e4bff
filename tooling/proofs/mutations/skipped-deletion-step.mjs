/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'rights',
  breaks: 'Deleting a person leaves out their enrolled faces',
  edits: [
    {
      file: 'packages/server/src/deletion/runDeletion.ts',
      find: `      await forgetSubjectReferences(context, scope);
`,
      replace: `      void forgetSubjectReferences;
`,
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/deletion/deletion.test.ts',
    title: 'leaves nothing of the person, and all of the other one',
  },
};
