/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'no-behaviour',
  breaks: 'The page sends a beacon with what it knows of the device to its own origin',
  edits: [
    {
      file: 'packages/adapter-browser/src/support/readHostFacts.ts',
      find: `  const language = navigator.language ?? navigator.languages?.[0] ?? 'und';`,
      replace: `  globalThis.navigator.sendBeacon('/seen', os.name ?? '');
  const language = navigator.language ?? navigator.languages?.[0] ?? 'und';`,
    },
  ],
  rebuild: ['adapter-browser', 'page'],
  test: {
    package: 'tooling/proofs',
    file: 'test/browser/session.test.ts',
    title: 'at level %s without a service: none at all',
  },
};
