/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'nothing-stays',
  breaks: 'A timer of the camera is never cleared',
  edits: [
    {
      file: 'packages/adapter-browser/src/camera/createCameraSource.ts',
      find: '    let released = false;',
      replace: `    setInterval(() => undefined, 60_000);
    let released = false;`,
    },
  ],
  rebuild: ['adapter-browser', 'page'],
  test: {
    package: 'apps/demo-browser',
    file: 'test/e2e/teardown.test.ts',
    title: 'when the element is taken out of the page in mid-session',
  },
};
