/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'no-behaviour',
  breaks: `A visit is written into the page's storage`,
  edits: [
    {
      file: 'packages/adapter-browser/src/camera/createCameraSource.ts',
      find: '    let released = false;',
      replace: `    localStorage.setItem('huoti-visits', '1');
    let released = false;`,
    },
  ],
  rebuild: ['adapter-browser', 'page'],
  test: {
    package: 'tooling/proofs',
    file: 'test/browser/session.test.ts',
    title: 'leaves the device’s storage as it was, byte for byte: empty',
    within: 'a whole session in a real browser, none',
  },
};
