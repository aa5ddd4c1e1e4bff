/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'audit-log',
  breaks: 'The audit log names the person who is deleted',
  edits: [
    {
      file: 'packages/server/src/deletion/forgetSubject.ts',
      find: '      object: `${clientId}/${pseudonym}`,',
      replace: '      object: `${clientId}/${subject}`,',
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/audit/auditNames.test.ts',
    title: 'holds no name of a person, a reference, a guardian or a paper, whatever happens',
  },
};
