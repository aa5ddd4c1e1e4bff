/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'policy-updates',
  breaks: 'A new version of the policy holds on the day it is published',
  edits: [
    {
      file: 'packages/privacy/src/versions/effectiveAtMs.ts',
      find: 'localDay(publishedAtMs, deployment) + 1',
      replace: 'localDay(publishedAtMs, deployment)',
    },
  ],
  test: {
    package: 'packages/privacy',
    file: 'src/versions/versions.test.ts',
    title: 'a later one holds from the first ms of the next day in the operator’s zone, and not before',
  },
};
