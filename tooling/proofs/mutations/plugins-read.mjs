/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'open-facts-only',
  breaks: `The page's plugins and its screen are read beside the user agent`,
  edits: [
    {
      file: 'packages/adapter-browser/src/support/readHostFacts.ts',
      find: `    network: navigator.connection?.type ?? 'unknown',`,
      replace: `    network: \`\${navigator.connection?.type ?? 'unknown'}\${globalThis.navigator.plugins.length + globalThis.screen.width > 0 ? '' : ' '}\`,`,
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
