/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'no-start-by-itself',
  breaks: 'A package starts a timer when it is imported',
  edits: [
    {
      file: 'packages/adapter-browser/src/support/readHostFacts.ts',
      find: '/** The three properties of `navigator` that are read. */',
      replace: `setInterval(() => undefined, 60_000);

/** The three properties of \`navigator\` that are read. */`,
    },
  ],
  rebuild: ['adapter-browser'],
  test: {
    package: 'tooling/proofs',
    file: 'test/browser/imports.test.ts',
    title:
      'calls nothing: no listener, timer, worker, request, storage, permission, element, write to the page',
  },
};
