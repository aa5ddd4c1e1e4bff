/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'face-only',
  breaks: 'The client sends the size of the screen in a header of its own',
  edits: [
    {
      file: 'packages/client/src/api/createSessionApi.ts',
      find: `const JSON_TYPE = { accept: 'application/json', 'content-type': 'application/json' } as const;`,
      replace: `const JSON_TYPE = { accept: 'application/json', 'content-type': 'application/json', 'x-screen': '375x812' } as const;`,
    },
  ],
  rebuild: ['client', 'page'],
  test: {
    package: 'tooling/proofs',
    file: 'test/browser/session.test.ts',
    title: 'at level %s are those of the list, field by field and header by header',
  },
};
