/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'audit-log',
  breaks: 'An entry is hashed by itself, not on top of the one before it',
  edits: [
    {
      file: 'packages/server/src/audit/entryHash.ts',
      find: `.update(Buffer.from(previous, 'hex'))`,
      replace: `.update(Buffer.from(previous.slice(0, 0), 'hex'))`,
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/audit/chainAudit.test.ts',
    title: 'gives the hash that docs/audit-log.md has, made there by a shell',
  },
};
