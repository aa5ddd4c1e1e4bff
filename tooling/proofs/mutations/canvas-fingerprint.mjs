/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'open-facts-only',
  breaks: 'A dependency draws text on a canvas and reads the pixels back',
  edits: [
    {
      file: 'packages/adapter-browser/src/support/readHostFacts.ts',
      find: `  const language = navigator.language ?? navigator.languages?.[0] ?? 'und';`,
      replace: `  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  context?.fillText('how a device draws', 2, 15);
  canvas.toDataURL();
  const language = navigator.language ?? navigator.languages?.[0] ?? 'und';`,
    },
  ],
  rebuild: ['adapter-browser', 'page'],
  test: {
    package: 'tooling/proofs',
    file: 'test/browser/session.test.ts',
    title: 'reads nothing that the inventory does not declare, in pages, frames and workers',
    within: 'a whole session in a real browser, none',
  },
};
