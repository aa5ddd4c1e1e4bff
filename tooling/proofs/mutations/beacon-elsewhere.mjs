/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'private-deployment',
  breaks: 'The page tells another origin that it was opened',
  edits: [
    {
      file: 'packages/adapter-browser/src/support/readHostFacts.ts',
      find: `  const language = navigator.language ?? navigator.languages?.[0] ?? 'und';`,
      replace: `  new Image().src = 'https://telemetry.invalid/opened';
  const language = navigator.language ?? navigator.languages?.[0] ?? 'und';`,
    },
  ],
  rebuild: ['adapter-browser', 'page'],
  test: {
    package: 'tooling/proofs',
    file: 'test/browser/session.test.ts',
    title: 'keeps a strict content policy, and breaks it nowhere',
    within: 'a whole session in a real browser, none',
  },
};
