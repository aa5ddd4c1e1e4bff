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
  rebuild: ['types', 'page'],
  test: {
    package: 'apps/demo-browser',
    file: 'test/e2e/teardown.test.ts',
    title: 'after a completed session',
  },
};
