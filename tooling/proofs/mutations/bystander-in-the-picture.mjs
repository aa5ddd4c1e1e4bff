/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'face-only',
  breaks: 'Other faces in a picture stay as they are',
  edits: [
    {
      file: 'packages/core/src/frame/hideFaces.ts',
      find: '  if (boxes.length === 0) return;',
      replace: '  if (boxes.length >= 0) return;',
    },
  ],
  test: {
    package: 'packages/core',
    file: 'src/frame/cropFace.test.ts',
    title: 'are made of a few flat blocks, the box widened',
  },
};
