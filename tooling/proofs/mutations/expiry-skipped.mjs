/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'retention',
  breaks: 'Pictures and traces are kept for good',
  edits: [
    {
      file: 'packages/server/src/retention/forgetEvidence.ts',
      find: '        if (dueMs < 0) continue;',
      replace: '        if (dueMs < 0 || kind !== undefined) continue;',
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/retention/expire.test.ts',
    title:
      'deletes pictures after a day, the rest of the evidence after a week, rows after ninety days, the receipt after three years',
  },
};
