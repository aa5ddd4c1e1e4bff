/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'nothing-stays',
  breaks: 'The camera stays on after a try',
  edits: [
    {
      file: 'packages/adapter-browser/src/camera/stopTracks.ts',
      find: 'track.stop()',
      replace: 'void track',
    },
  ],
  rebuild: ['adapter-browser', 'page'],
  test: {
    package: 'apps/demo-browser',
    file: 'test/e2e/teardown.test.ts',
    title: 'when the page is left for another one: the camera is off before it is gone',
  },
};
